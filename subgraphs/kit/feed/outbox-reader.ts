import { sql, type QueryExecutorProvider } from 'kysely';
import type { DirectoryEntry } from '../directory/directory.ts';
import type { ChangeEvent, Lane } from './change.ts';
import type { Position } from './feed.ts';
import { fromSequence, toSequence } from './sequence.ts';

interface OutboxRow {
  /** Null in the row that stands for an empty page. */
  id: number | null;
  xid: string;
  lane: Lane;
  kind: string;
  affects: [string, ...string[]];
  items: string;
  at: string;
  operation_id: string | null;
  trace_id: string | null;
  schema_version: number;
  directory: string | null;
  payload: ChangeEvent['payload'] | null;
  own_age: number;
  bulk_age: number;
  is_held: boolean;
}

/** Where to read on, and how many rows at most. */
export interface LaneRequest {
  after: string;
  limit: number;
}

export interface OutboxPage {
  events: Record<Lane, ChangeEvent[]>;
  /** Milliseconds: all that was committed longer ago lies below the horizon that this page was read under. */
  age: Record<Lane, number>;
  /** Whether changes wait above the horizon, until a transaction ends. */
  isHeld: boolean;
}

/**
 * Reads both lanes in one statement, only below the oldest transaction still at work: what commits late is never
 * skipped. Age counts from the statement's arrival, or from the first change that waits above the horizon.
 */
export async function readOutbox(
  executor: QueryExecutorProvider,
  schema: string,
  requests: Readonly<Record<Lane, LaneRequest>>,
): Promise<OutboxPage> {
  const outbox = sql.id(schema, 'outbox');
  const lane = (name: Lane) => {
    const { xid, id } = fromSequence(requests[name].after);
    return sql`(select * from ${outbox} where lane = ${name} and xid < head.horizon
      and (xid, id) > (${xid}::xid8, ${id}::bigint) order by xid, id limit ${requests[name].limit})`;
  };
  const first = (name: Lane) => sql`(select min(at) from ${outbox} where lane = ${name} and xid >= horizon)`;
  const age = (at: 'own_at' | 'bulk_at') =>
    sql`(extract(epoch from clock_timestamp() - coalesce(${sql.ref(at)}, statement_timestamp())) * 1000)::float8`;
  const { rows } = await sql<OutboxRow>`
    with snapshot as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as horizon),
      above as materialized (select horizon, ${first('own')} as own_at, ${first('bulk')} as bulk_at from snapshot),
      head as materialized (
        select horizon, ${age('own_at')} as own_age, ${age('bulk_at')} as bulk_age,
          coalesce(own_at, bulk_at) is not null as is_held
        from above
      )
    select page.id, page.xid::text, page.lane, page.kind, page.affects, page.items, page.at, page.operation_id,
      page.trace_id, page.schema_version, page.directory, page.payload, head.own_age, head.bulk_age, head.is_held
    from head left join lateral (${lane('own')} union all ${lane('bulk')}) as page on true
    order by page.lane desc, page.xid, page.id`.execute(executor);
  const events: OutboxPage['events'] = { own: [], bulk: [] };
  for (const row of rows) if (row.id !== null) events[row.lane].push(toEvent(schema, row, row.id));
  const [head] = rows;
  return { events, age: { own: head?.own_age ?? 0, bulk: head?.bulk_age ?? 0 }, isHeld: head?.is_held ?? false };
}

/**
 * For the rest of the transaction the outbox is read along its index. Without it a planner that has not yet heard of a
 * load expects few rows and sorts all that wait for each page.
 */
export async function readAlongIndex(executor: QueryExecutorProvider): Promise<void> {
  await sql`select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(
    executor,
  );
}

function toEvent(registry: string, row: OutboxRow, id: number): ChangeEvent {
  return {
    registry,
    sequence: toSequence(row.xid, id),
    kind: row.kind,
    lane: row.lane,
    affects: row.affects,
    items: row.items === '' ? [] : row.items.split(' '),
    at: row.at,
    operationId: row.operation_id,
    traceId: row.trace_id,
    schemaVersion: row.schema_version,
    ...(row.directory !== null && { directory: JSON.parse(row.directory) as DirectoryEntry }),
    ...(row.payload && { payload: row.payload }),
  };
}

export async function readPositions(executor: QueryExecutorProvider, schema: string): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select consumer as "group", lane, sequence from ${sql.id(schema, 'outbox_consumer')}`.execute(executor);
  return rows;
}

/** Moves the groups forward, never back. */
export async function writePositions(
  executor: QueryExecutorProvider,
  schema: string,
  positions: readonly Position[],
): Promise<void> {
  await sql`
    insert into ${sql.id(schema, 'outbox_consumer')} as held (consumer, lane, sequence)
    select "group", lane, sequence from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb)
      as given ("group" text, lane text, sequence text)
    on conflict (consumer, lane) do update set sequence = excluded.sequence where held.sequence < excluded.sequence`.execute(
    executor,
  );
}

/** Deletes what every group has handled and is older than the retention; at most `limit` rows. Resolves to their number. */
export async function pruneOutbox(
  executor: QueryExecutorProvider,
  schema: string,
  { lane, through, retentionMs, limit }: { lane: Lane; through: string; retentionMs: number; limit: number },
): Promise<number> {
  const { xid, id } = fromSequence(through);
  const outbox = sql.id(schema, 'outbox');
  const { numAffectedRows } = await sql`
    delete from ${outbox} where ctid = any(array(
      select ctid from ${outbox} where lane = ${lane} and (xid, id) <= (${xid}::xid8, ${id}::bigint)
        and at < now() - ${retentionMs}::float8 * interval '1 millisecond'
      order by xid, id limit ${limit}))`.execute(executor);
  return Number(numAffectedRows ?? 0);
}
