import type { Migration } from 'kysely';
import { people } from './0001-people.ts';
import { links } from './0002-links.ts';
import { givenUpNumbers } from './0003-given-up-numbers.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001_people': people,
  '0002_links': links,
  '0003_given_up_numbers': givenUpNumbers,
};
