import type { Migration } from 'kysely';
import { licences } from './0001-licences.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_licences': licences };
