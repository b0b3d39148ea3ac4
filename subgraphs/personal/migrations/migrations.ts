import type { Migration } from 'kysely';
import { people } from './0001-people.ts';
import { links } from './0002-links.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_people': people, '0002_links': links };
