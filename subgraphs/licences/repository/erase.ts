import { sql } from 'kysely';
import type { SubjectMerge, Touched } from '../../kit/definition.ts';
import { moveLinks, type PersonLink } from '../../kit/move-links.ts';
import type { Executor } from '../../kit/store/store.ts';
import { SCHEMA, type LicencesDB } from './database.ts';

/** Where a holder is named; every row is in the holder's own file. */
const LINKS = [
  { table: 'licence', column: 'holder' },
  { table: 'status_change', column: 'holder' },
  { table: 'endorsement', column: 'holder' },
] as const satisfies readonly PersonLink[];

/** Takes a person's licences out (PIPL 47); what the issuer is to keep, it keeps in its own register. */
export const eraseHolder = async (executor: Executor<LicencesDB>, holder: string): Promise<Touched[]> => {
  for (const { table, column } of LINKS) {
    await sql`delete from ${sql.table(`${SCHEMA}.${table}`)} where ${sql.ref(column)} = ${holder}`.execute(executor);
  }
  return [];
};

/** Two files turned out to be one person's: the survivor holds what either held. */
export const mergeHolders = (executor: Executor<LicencesDB>, merge: SubjectMerge): Promise<Touched[]> =>
  moveLinks(executor, SCHEMA, LINKS, merge);
