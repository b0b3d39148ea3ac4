import { sql } from 'kysely';
import type { Touched } from '../../kit/definition.ts';
import type { Executor } from '../../kit/store/store.ts';
import { EMPTIED, SCHEMA, type PersonalDB } from './database.ts';

/** Tables that hold what is a person's own. */
const OWN_TABLES = [
  'identity_alias',
  'identity_change',
  'former_name',
  'death',
  'employment',
  'contact',
  'household_member',
  'residence',
  'enrolment',
  'military_service',
  'disability',
] as const;

/**
 * Empties a person's file. The row stays as a bare id, and so do marriages, kinship and guardianship, which stand in
 * somebody else's file as well and from then on lead to nobody.
 */
export const eraseCitizen = async (executor: Executor<PersonalDB>, subject: string): Promise<Touched[]> => {
  for (const table of OWN_TABLES) {
    await sql`delete from ${sql.table(`${SCHEMA}.${table}`)} where citizen_id = ${subject}`.execute(executor);
  }
  await executor.deleteFrom('identity_change').where('survivor_id', '=', subject).execute();
  await executor.deleteFrom('premise_owner').where('owner_id', '=', subject).execute();
  await executor.updateTable('household_member').set({ head_id: null }).where('head_id', '=', subject).execute();
  await executor
    .updateTable('citizen')
    .set({
      ...EMPTIED,
      erased_at: sql<string>`clock_timestamp()`,
    })
    .where('id', '=', subject)
    .execute();
  return [];
};
