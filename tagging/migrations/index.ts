import type { Migration } from 'kysely';
import { tags } from './0001-tags.ts';
import { derivation } from './0002-derivation.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_tags': tags, '0002_derivation': derivation };
