import { sql } from 'kysely';
import { livesIn } from '../../subgraphs/kit/directory/lives-in.ts';
import type { Page } from '../../subgraphs/kit/paging.ts';
import type { Executor } from '../../subgraphs/kit/store/store.ts';
import type { ContestRow, ContestState } from '../rows.ts';
import type { ContestTable, TaggingDB } from './database.ts';

type Db = Executor<TaggingDB>;

const COLUMNS = [
  'held_tag as heldTag',
  'subject',
  'tag',
  'claim',
  'state',
  'opened_at as openedAt',
  'decided_at as decidedAt',
  'reason',
] as const;

/** Contests of these subjects, whatever became of them. */
export const findContestsOf = (executor: Db, subjects: readonly string[]): Promise<ContestRow[]> =>
  executor
    .selectFrom('contest')
    .select(COLUMNS)
    .where('subject', 'in', subjects.length === 0 ? [''] : [...subjects])
    .execute();

/** What is used for nothing, of these subjects or of all: contests that are open, and tags that were removed. */
export const findSuspended = (
  executor: Db,
  subjects: readonly string[] | null = null,
): Promise<Pick<ContestTable, 'subject' | 'tag' | 'since'>[]> => {
  let query = executor.selectFrom('contest').select(['subject', 'tag', 'since']).where('state', '<>', 'KEPT');
  if (subjects !== null) query = query.where('subject', '=', sql<string>`any(${[...subjects]}::text[])`);
  return query.execute();
};

/** Whoever has ever contested a tag. */
export const findContesting = async (executor: Db): Promise<readonly string[]> =>
  (await executor.selectFrom('contest').select('subject').distinct().execute()).map(({ subject }) => subject);

/** False: it was contested before. */
export const insertContest = async (
  executor: Db,
  contest: Omit<ContestTable, 'state' | 'decided_at' | 'decided_by' | 'reason'>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await executor
    .insertInto('contest')
    .values({ ...contest, state: 'OPEN', decided_at: null, decided_by: null, reason: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Decides an open contest; null when there is none of this id that is open. */
export const decideContest = async (
  executor: Db,
  heldTag: string,
  outcome: Pick<ContestTable, 'state' | 'decided_at' | 'decided_by' | 'reason'>,
): Promise<ContestRow | null> =>
  (await executor
    .updateTable('contest')
    .set(outcome)
    .where('held_tag', '=', heldTag)
    .where('state', '=', 'OPEN')
    .returning(COLUMNS)
    .executeTakeFirst()) ?? null;

/** The people and enterprises whose contests somebody decides. */
export interface Duty {
  /** GB/T 2260; `all`: the whole city, null: none. */
  readonly district: string | null;
  /** YYYY-MM-DD, on which people live where they live. */
  readonly today: string;
}

const isOf = ({ district, today }: Duty) =>
  district === 'all' ? sql<boolean>`true` : livesIn('tagging', sql.ref('contest.subject'), district, today);

/** Of a subject that is this duty's; null when there is none. */
export const findContestFor = async (executor: Db, duty: Duty, heldTag: string): Promise<ContestRow | null> =>
  (await executor
    .selectFrom('contest')
    .select(COLUMNS)
    .where('held_tag', '=', heldTag)
    .where(isOf(duty))
    .executeTakeFirst()) ?? null;

/** Those that this duty has to decide, oldest first; `first + 1` rows of the page. */
export const findContestsFor = (
  executor: Db,
  duty: Duty,
  state: ContestState,
  { first, after }: Page,
): Promise<ContestRow[]> => {
  let query = executor.selectFrom('contest').select(COLUMNS).where('state', '=', state).where(isOf(duty));
  if (after !== null)
    query = query.where(sql<boolean>`(opened_at, held_tag) > (${after[0]}::timestamptz, ${after[1]})`);
  return query
    .orderBy('opened_at')
    .orderBy('held_tag')
    .limit(first + 1)
    .execute();
};

export const countContestsFor = async (executor: Db, duty: Duty, state: ContestState): Promise<number> => {
  const { count } = await executor
    .selectFrom('contest')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .where(isOf(duty))
    .executeTakeFirstOrThrow();
  return count;
};
