import type { Migration } from 'kysely';
import { createGovernance } from './0001-governance.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_governance': createGovernance };
