import type { Migration } from 'kysely';
import { enterprises } from './0001-enterprises.ts';
import { histories } from './0002-histories.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001_enterprises': enterprises,
  '0002_histories': histories,
};
