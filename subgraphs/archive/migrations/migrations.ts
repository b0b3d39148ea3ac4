import type { Migration } from 'kysely';
import { lifeArchives } from './0001-life-archives.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_life_archives': lifeArchives };
