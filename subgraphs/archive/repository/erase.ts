import { sql } from 'kysely';
import type { SubjectMerge, Touched } from '../../kit/definition.ts';
import { moveLinks, type PersonLink } from '../../kit/move-links.ts';
import type { Executor } from '../../kit/store/store.ts';
import { SCHEMA, type ArchiveDB } from './database.ts';

/** Every table of the registry: each row is one person's own. `key` is what else of its primary key says which row it is. */
const LINKS = [
  { table: 'medical_insurance', column: 'citizen_id', key: [] },
  { table: 'medical_entry', column: 'citizen_id' },
  { table: 'pension', column: 'citizen_id', key: [] },
  { table: 'pension_entry', column: 'citizen_id' },
  { table: 'housing_fund', column: 'citizen_id', key: [] },
  { table: 'housing_entry', column: 'citizen_id' },
  { table: 'housing_loan', column: 'citizen_id', key: ['contract_no'] },
  { table: 'utility_account', column: 'citizen_id' },
  { table: 'utility_bill', column: 'citizen_id' },
  { table: 'tax_year', column: 'citizen_id', key: ['year'] },
  { table: 'health_basics', column: 'citizen_id', key: [] },
  { table: 'vaccination', column: 'citizen_id', key: ['vaccine', 'date'] },
  { table: 'check_up', column: 'citizen_id', key: ['date', 'place'] },
  { table: 'pregnancy', column: 'citizen_id', key: ['registered_on'] },
  { table: 'credit_score', column: 'citizen_id', key: [] },
  { table: 'credit_record', column: 'citizen_id' },
  { table: 'driver', column: 'citizen_id', key: [] },
  { table: 'violation', column: 'citizen_id' },
  { table: 'contribution', column: 'citizen_id', key: ['month'] },
  { table: 'border_crossing', column: 'citizen_id' },
] as const satisfies readonly (PersonLink & { table: keyof ArchiveDB })[];

/** Deletes a person's archive; nothing of it stands in the file of anybody else. */
export const eraseCitizen = async (executor: Executor<ArchiveDB>, citizen: string): Promise<Touched[]> => {
  for (const { table, column } of LINKS) {
    await sql`delete from ${sql.table(`${SCHEMA}.${table}`)} where ${sql.ref(column)} = ${citizen}`.execute(executor);
  }
  return [];
};

/** Two files turned out to be one person's: what the survivor has already stands, the rest moves. */
export const mergeCitizens = (executor: Executor<ArchiveDB>, merge: SubjectMerge): Promise<Touched[]> =>
  moveLinks(executor, SCHEMA, LINKS, merge);
