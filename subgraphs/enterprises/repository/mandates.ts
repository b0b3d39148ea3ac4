import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import { askedOwners } from '../../kit/store/sql.ts';
import type { MandateRow } from '../rows.ts';
import { toCitizen, toEnterprise } from '../subjects.ts';
import type { EnterprisesDB } from './database.ts';

const COLUMNS = ['id', 'uscc', 'handler', 'services', 'since', 'until', 'withdrawn_at as withdrawnAt'] as const;

interface Stored extends Omit<MandateRow, 'enterprise' | 'handler'> {
  handler: string;
}

const toMandate = (row: Stored): MandateRow => ({
  ...row,
  enterprise: toEnterprise(row.uscc),
  handler: toCitizen(row.handler),
});

/** So many mandates of each of these enterprises, the latest first, past ones included. */
export const findMandates = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  first: number,
): Promise<MandateRow[]> => {
  const rows = await executor
    .selectFrom(askedOwners(usccs))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('mandate')
          .whereRef('mandate.uscc', '=', 'asked.owner')
          .orderBy('since', 'desc')
          .orderBy('id')
          .limit(first)
          .select(COLUMNS)
          .as('given'),
      (join) => join.onTrue(),
    )
    .orderBy('asked.owner')
    .orderBy('given.since', 'desc')
    .orderBy('given.id')
    .selectAll('given')
    .execute();
  return rows.map(toMandate);
};

/** One mandate; null when there is none. */
export const findMandate = async (executor: Executor<EnterprisesDB>, id: string): Promise<MandateRow | null> => {
  const row = await executor.selectFrom('mandate').where('id', '=', id).select(COLUMNS).executeTakeFirst();
  return row === undefined ? null : toMandate(row);
};

export interface NewMandate {
  id: string;
  uscc: string;
  handler: string;
  services: readonly string[];
  since: string;
  until: string;
}

export const insertMandate = async (
  executor: Executor<EnterprisesDB>,
  { services, ...mandate }: NewMandate,
): Promise<MandateRow> => {
  const row = await executor
    .insertInto('mandate')
    .values({ ...mandate, services: [...services], withdrawn_at: null, source_sequence: null })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return toMandate(row);
};

/** Ends a mandate today, one that has not begun before it begins; null when it has ended already. */
export const endMandate = async (
  executor: Executor<EnterprisesDB>,
  id: string,
  { today, at }: { today: string; at: string },
): Promise<MandateRow | null> => {
  const row = await executor
    .updateTable('mandate')
    .set({ until: sql<string>`greatest(since, ${today}::date)`, withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', today)]))
    .returning(COLUMNS)
    .executeTakeFirst();
  return row === undefined ? null : toMandate(row);
};
