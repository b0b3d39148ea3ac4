// A worker thread has no TypeScript loader of its own; under jest none can be handed to it either.
import { register } from 'tsx/esm/api';

register();
await import('./serve-pglite.ts');
