import type { Migration } from 'kysely';
import { tags } from './0001-tags.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_tags': tags };
