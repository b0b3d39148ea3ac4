import { sql, type QueryExecutorProvider } from 'kysely';
import type { Lane } from '../../subgraphs/kit/feed/change.ts';
import type { SubjectKind } from '../engine/rule.ts';

/** A subject whose tags are to be derived. */
export interface Wanted {
  readonly subject: string;
  readonly kind: SubjectKind;
}

/** One that a worker has taken. */
export interface Taken extends Wanted {
  /** As it was when it was taken: a change meanwhile raises it. */
  readonly wanted: string;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly lane: Lane;
}

export interface DeadLetter extends Wanted {
  readonly attempts: number;
  readonly reason: string;
}

export const LANES: Readonly<Record<Lane, number>> = { own: 0, bulk: 1 };

/**
 * Puts subjects into the queue, each once: one that waits already keeps its place, or moves up to the faster lane. None is
 * taken for `delayMs` from now.
 */
export const enqueue = async (
  executor: QueryExecutorProvider,
  subjects: readonly Wanted[],
  lane: Lane,
  delayMs = 0,
): Promise<void> => {
  if (subjects.length === 0) return;
  const given = [...new Map(subjects.map((each) => [each.subject, each])).values()];
  await sql`
    insert into tagging.queue as waiting (subject, kind, lane, wanted, not_before)
    select subject, kind, ${LANES[lane]}, nextval('tagging.wanted'),
      case when ${delayMs}::float8 = 0 then '-infinity' else clock_timestamp() + make_interval(secs => ${delayMs / 1_000}) end
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (subject text, kind text)
    order by subject
    on conflict (subject) do update
      set lane = least(waiting.lane, excluded.lane), wanted = excluded.wanted, attempts = 0,
        not_before = excluded.not_before`.execute(executor);
  await sql`delete from tagging.dead_letter where subject = any(${given.map(({ subject }) => subject)}::text[])`.execute(
    executor,
  );
};

/** Those of whom the tables know nothing though a store does: they came from elsewhere, and are derived, or emptied, anew. */
export const enqueueUnderived = async (executor: QueryExecutorProvider, subjects: readonly Wanted[]): Promise<void> => {
  const given = JSON.stringify(subjects.map(({ subject, kind }) => ({ subject, kind })));
  await sql`
    insert into tagging.queue (subject, kind, lane, wanted)
    select subject, kind, ${LANES.bulk}, nextval('tagging.wanted')
    from jsonb_to_recordset(${given}::jsonb) as given (subject text, kind text)
    where not exists (select from tagging.derived as derived where derived.subject = given.subject)
    order by subject
    on conflict do nothing`.execute(executor);
};

const IS_FREE = sql`not_before <= clock_timestamp() and (taken_until is null or taken_until < clock_timestamp())`;

/** Which and how many are taken together, and for how many milliseconds. */
export interface Batch {
  readonly kind: SubjectKind;
  readonly lane: Lane;
  readonly limit: number;
  readonly leaseMs: number;
}

/** Takes those of one kind and lane that have waited longest. Workers take turns, and none waits for another. */
export const take = async (
  executor: QueryExecutorProvider,
  { kind, lane, limit, leaseMs }: Batch,
): Promise<readonly Taken[]> => {
  const { rows } = await sql<Omit<Taken, 'lane'>>`
    update tagging.queue set taken_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1_000})
    where subject in (
      select subject from tagging.queue
      where kind = ${kind} and lane = ${LANES[lane]} and ${IS_FREE}
      order by queued_at, wanted limit ${limit} for update skip locked
    )
    returning subject, kind, wanted, attempts`.execute(executor);
  return rows.map((row) => ({ ...row, lane }));
};

/** Takes subjects out of the queue; what changed since it was taken stays, free to be taken again. */
export const finish = async (executor: QueryExecutorProvider, taken: readonly Taken[]): Promise<void> => {
  if (taken.length === 0) return;
  const given = JSON.stringify(taken.map(({ subject, wanted }) => ({ subject, wanted })));
  await sql`
    delete from tagging.queue as waiting using jsonb_to_recordset(${given}::jsonb) as given (subject text, wanted bigint)
    where waiting.subject = given.subject and waiting.wanted = given.wanted`.execute(executor);
  await sql`update tagging.queue set taken_until = null where subject = any(${taken.map(({ subject }) => subject)}::text[])`.execute(
    executor,
  );
};

export interface Postponement {
  readonly reason: string;
  /** Of one that was tried so often before. */
  readonly delayMs: (attempts: number) => number;
  /** Whether it counts as a try; an outage is no subject's fault. */
  readonly counts: boolean;
}

/** Lets subjects wait before they are tried again, and says why. One that changed meanwhile does not wait. */
export const postpone = async (
  executor: QueryExecutorProvider,
  taken: readonly Taken[],
  { reason, delayMs, counts }: Postponement,
): Promise<void> => {
  const given = JSON.stringify(
    taken.map(({ subject, wanted, attempts }) => ({ subject, wanted, seconds: delayMs(attempts) / 1_000 })),
  );
  await sql`
    update tagging.queue as waiting
    set taken_until = null, reason = ${reason},
      attempts = case when waiting.wanted = given.wanted then attempts + ${counts ? 1 : 0} else attempts end,
      not_before = case when waiting.wanted = given.wanted
        then clock_timestamp() + make_interval(secs => given.seconds) else not_before end
    from jsonb_to_recordset(${given}::jsonb) as given (subject text, wanted bigint, seconds double precision)
    where waiting.subject = given.subject`.execute(executor);
};

/** Takes a subject out of the queue that was tried too often; a change meanwhile gives it another chance. */
export const bury = async (
  executor: QueryExecutorProvider,
  { subject, wanted }: Taken,
  reason: string,
): Promise<void> => {
  await sql`
    with given_up as (
      delete from tagging.queue where subject = ${subject} and wanted = ${wanted} returning subject, kind, attempts
    )
    insert into tagging.dead_letter (subject, kind, attempts, reason)
    select subject, kind, attempts + 1, ${reason} from given_up
    on conflict (subject) do update
      set attempts = excluded.attempts, reason = excluded.reason, dead_since = now()`.execute(executor);
  await sql`update tagging.queue set taken_until = null where subject = ${subject}`.execute(executor);
};

/** The longest dead first. */
export const findDeadLetters = async (
  executor: QueryExecutorProvider,
  limit: number,
): Promise<readonly DeadLetter[]> => {
  const { rows } = await sql<DeadLetter>`
    select subject, kind, attempts, reason from tagging.dead_letter order by dead_since, subject limit ${limit}`.execute(
    executor,
  );
  return rows;
};

/** Puts all dead letters into the queue again; resolves to how many there were. */
export const revive = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<Wanted>`select subject, kind from tagging.dead_letter`.execute(executor);
  await enqueue(executor, rows, 'bulk');
  return rows.length;
};

/** How many wait, for how many seconds the longest has, and how many were given up. */
export const measureQueue = async (
  executor: QueryExecutorProvider,
): Promise<{ waiting: number; oldest: number; dead: number }> => {
  const { rows } = await sql<{ waiting: string; oldest: string | null; dead: string }>`
    select count(*) as waiting, extract(epoch from clock_timestamp() - min(queued_at)) as oldest,
      (select count(*) from tagging.dead_letter) as dead
    from tagging.queue`.execute(executor);
  const measured = rows[0];
  return {
    waiting: Number(measured?.waiting ?? 0),
    oldest: Number(measured?.oldest ?? 0),
    dead: Number(measured?.dead ?? 0),
  };
};
