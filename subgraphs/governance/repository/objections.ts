import { sql } from 'kysely';
import { livesIn } from '../../kit/directory/lives-in.ts';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { GovernanceDB, ObjectionRow } from './database.ts';

type Db = Executor<GovernanceDB>;

export const insertObjection = async (executor: Db, row: ObjectionRow): Promise<void> => {
  await executor.insertInto('objection').values(row).execute();
};

/** Locks the row, so that withdrawal and decision exclude each other. */
export const findObjectionForUpdate = async (executor: Db, id: string): Promise<ObjectionRow | null> =>
  (await executor.selectFrom('objection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

export const updateObjection = async (
  executor: Db,
  id: string,
  outcome: Pick<ObjectionRow, 'state' | 'decided_at' | 'decided_by' | 'reason'>,
): Promise<void> => {
  await executor.updateTable('objection').set(outcome).where('id', '=', id).execute();
};

/** Objections to one file, latest first; `first + 1` rows of the page. */
export const findObjectionsOf = (executor: Db, subject: string, { first, after }: Page): Promise<ObjectionRow[]> => {
  let query = executor.selectFrom('objection').selectAll().where('subject', '=', subject);
  if (after !== null) query = query.where(sql<boolean>`(opened_at, id) < (${after[0]}::timestamptz, ${after[1]})`);
  return query
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(first + 1)
    .execute();
};

export const countObjectionsOf = async (executor: Db, subject: string): Promise<number> => {
  const { count } = await executor
    .selectFrom('objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  return count;
};

/** What staff may decide: the items of their department, of people of their district. */
export interface Duty {
  department: string;
  /** GB/T 2260; `all`: the whole city, null: none. */
  district: string | null;
  /** YYYY-MM-DD, on which people live where they live. */
  today: string;
}

/** The condition on a row of `objection` that it is this duty's. */
const isOf = ({ department, district, today }: Duty) => {
  const own = sql<boolean>`objection.department = ${department}`;
  return district === 'all'
    ? own
    : sql<boolean>`${own} and ${livesIn('governance', sql.ref('objection.subject'), district, today)}`;
};

/** An objection in whatever state, if it is this duty's. */
export const findObjectionFor = async (executor: Db, duty: Duty, id: string): Promise<ObjectionRow | null> =>
  (await executor.selectFrom('objection').selectAll().where('id', '=', id).where(isOf(duty)).executeTakeFirst()) ??
  null;

/** Objections that this duty has to decide, oldest first; `first + 1` rows of the page. */
export const findObjectionsFor = (
  executor: Db,
  duty: Duty,
  state: ObjectionRow['state'],
  { first, after }: Page,
): Promise<ObjectionRow[]> => {
  let query = executor.selectFrom('objection').selectAll().where(isOf(duty)).where('state', '=', state);
  if (after !== null) query = query.where(sql<boolean>`(opened_at, id) > (${after[0]}::timestamptz, ${after[1]})`);
  return query
    .orderBy('opened_at')
    .orderBy('id')
    .limit(first + 1)
    .execute();
};

export const countObjectionsFor = async (executor: Db, duty: Duty, state: ObjectionRow['state']): Promise<number> => {
  const { count } = await executor
    .selectFrom('objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isOf(duty))
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return count;
};
