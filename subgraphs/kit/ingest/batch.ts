import { sql, type QueryExecutorProvider } from 'kysely';
import type { Quality } from './quality.ts';
import type { Position } from './read/read-drop.ts';
import { IngestRefusal } from './reasons.ts';
import { toSequence } from './sequence.ts';
import { createTally, type Tally } from './tally.ts';

/** One arrival of a drop, as far as it has come. */
export interface Batch {
  id: number;
  kind: 'full' | 'delta';
  date: string;
  /** See sequence.ts; an int8 as text. */
  sequence: string;
  position: Position | null;
  tally: Tally;
  /** Whether these very bytes have been ingested to the end before. */
  isRepeat: boolean;
  seconds: number;
}

export interface Arrival {
  source: string;
  channel: 'file' | 'push' | 'requeue';
  fileName: string;
  sha256: string;
  kind: 'full' | 'delta';
  /** Null: what the first arrival of these bytes had, else the arrival's own. */
  date: string | null;
  number: number | null;
  encoding: string | null;
  header: readonly string[] | null;
  at: Date;
  today: { date: string; second: number };
}

interface BatchRow {
  id: number;
  kind: 'full' | 'delta';
  date: string;
  sequence: string;
  state: string;
  offset: number;
  line: number;
  tally: Tally;
  seconds: string;
}

const table = (schema: string) => sql.id(schema, 'ingest_batch');

/** Goes on with the batch that was interrupted on these bytes, or begins a new one. */
export const openBatch = async (executor: QueryExecutorProvider, schema: string, arrival: Arrival): Promise<Batch> => {
  const { rows: known } = await sql<BatchRow>`
    select id::int, kind, date::text, sequence::text, state, position_offset::float8 as offset, position_line as line, tally, seconds::text
    from ${table(schema)} where source = ${arrival.source} and sha256 = ${arrival.sha256} and state <> 'REFUSED' and channel <> 'requeue'
    order by id desc for update`.execute(executor);
  const isSame = (row: BatchRow): boolean =>
    arrival.date === null || toOrder(row.sequence) === toOrder(toSequence({ ...orderOf(arrival), tie: 0 }));
  const interrupted = known.find((row) => row.state === 'RUNNING' && isSame(row));
  const isRepeat = known.some((row) => row.state === 'DONE');
  if (interrupted) {
    const { id, kind, date, sequence, offset, line, tally } = interrupted;
    return {
      id,
      kind,
      date,
      sequence,
      position: line > 0 ? { offset, line } : null,
      tally,
      isRepeat,
      seconds: Number(interrupted.seconds),
    };
  }
  const before = known.find((row) => row.state === 'DONE' && isSame(row));
  const sequence = before?.sequence ?? (await nextSequence(executor, schema, arrival));
  const date = before?.date ?? orderOf(arrival).date;
  const tally = createTally();
  const { rows } = await sql<{ id: number }>`
    insert into ${table(schema)} (source, channel, file_name, sha256, state, kind, date, sequence, encoding, header, started_at, tally)
    values (${arrival.source}, ${arrival.channel}, ${arrival.fileName}, ${arrival.sha256}, 'RUNNING', ${arrival.kind}, ${date}::date,
      ${sequence}::bigint, ${arrival.encoding}, ${JSON.stringify(arrival.header)}::jsonb, ${arrival.at.toISOString()}::timestamptz,
      ${JSON.stringify(tally)}::jsonb)
    returning id::int`.execute(executor);
  return { id: rows[0]?.id ?? 0, kind: arrival.kind, date, sequence, position: null, tally, isRepeat, seconds: 0 };
};

const orderOf = ({ date, number, today }: Arrival): { date: string; number: number } => ({
  date: date ?? today.date,
  number: number ?? (date === null || date === today.date ? today.second : 0),
});

/** The part of a sequence that the sender decides. */
const toOrder = (sequence: string): string => sequence.slice(0, -3);

const nextSequence = async (executor: QueryExecutorProvider, schema: string, arrival: Arrival): Promise<string> => {
  const order = orderOf(arrival);
  const { rows } = await sql<{ last: string | null }>`
    select max(sequence)::text as last from ${table(schema)}
    where source = ${arrival.source} and sequence between ${toSequence({ ...order, tie: 0 })}::bigint and ${toSequence({ ...order, tie: 999 })}::bigint`.execute(
    executor,
  );
  const tie = rows[0]?.last ? Number(rows[0].last.slice(-3)) + 1 : 0;
  if (tie > 999) throw new IngestRefusal('BAD_MANIFEST', 'A thousand drops have this date and sequence already.');
  return toSequence({ ...order, tie });
};

/** The newest sequence of a full drop that was ingested to the end, null when there is none. */
export const findNewestFull = async (
  executor: QueryExecutorProvider,
  schema: string,
  source: string,
): Promise<string | null> => {
  const { rows } = await sql<{ newest: string | null }>`
    select max(sequence)::text as newest from ${table(schema)} where source = ${source} and kind = 'full' and state = 'DONE'`.execute(
    executor,
  );
  return rows[0]?.newest ?? null;
};

/** Moves the batch on, in the chunk's transaction. Throws when somebody else has moved it meanwhile. */
export const advanceBatch = async (
  executor: QueryExecutorProvider,
  schema: string,
  step: { id: number; from: Position | null; to: Position; tally: Tally; seconds: number },
): Promise<void> => {
  const moved = await sql`
    update ${table(schema)} set position_offset = ${step.to.offset}::bigint, position_line = ${step.to.line}, tally = ${JSON.stringify(step.tally)}::jsonb,
      seconds = ${step.seconds}
    where id = ${step.id} and state = 'RUNNING' and position_offset = ${step.from?.offset ?? 0}::bigint and position_line = ${step.from?.line ?? 0}`.execute(
    executor,
  );
  if (moved.numAffectedRows !== 1n) throw new IngestRefusal('BUSY', 'The batch was moved on by another process.');
};

/** Notes records that were closed, in the transaction that closes them. */
export const countClosed = async (
  executor: QueryExecutorProvider,
  schema: string,
  id: number,
  closed: number,
): Promise<void> => {
  await sql`update ${table(schema)} set tally = jsonb_set(tally, '{closed}', to_jsonb((tally ->> 'closed')::int + ${closed}::int))
    where id = ${id}`.execute(executor);
};

export const finishBatch = async (
  executor: QueryExecutorProvider,
  schema: string,
  end: { id: number; tally: Tally; quality: Quality; seconds: number; at: Date },
): Promise<void> => {
  await sql`update ${table(schema)} set state = 'DONE', finished_at = ${end.at.toISOString()}::timestamptz, tally = ${JSON.stringify(end.tally)}::jsonb,
    quality = ${JSON.stringify(end.quality)}::jsonb, seconds = ${end.seconds} where id = ${end.id}`.execute(executor);
};

/** Keeps a line about a drop that was refused whole, so that the board can show it. */
export const recordRefusal = async (
  executor: QueryExecutorProvider,
  schema: string,
  refusal: Pick<Arrival, 'source' | 'channel' | 'fileName' | 'sha256' | 'at' | 'today'> & { code: string },
): Promise<void> => {
  await sql`insert into ${table(schema)} (source, channel, file_name, sha256, state, refusal, kind, date, sequence, started_at, finished_at, tally)
    values (${refusal.source}, ${refusal.channel}, ${refusal.fileName}, ${refusal.sha256}, 'REFUSED', ${refusal.code}, 'delta', ${refusal.today.date}::date, 0,
      ${refusal.at.toISOString()}::timestamptz, ${refusal.at.toISOString()}::timestamptz, ${JSON.stringify(createTally())}::jsonb)`.execute(
    executor,
  );
};
