import { register } from 'tsx/esm/api';

register();
await import('./paused-member.ts');
