import { sql } from 'kysely';
import type { ReadingPayload } from '../../kit/access/access-log.ts';
import type { Executor, Store } from '../../kit/store/store.ts';
import type { GovernanceDB, Reading } from '../repository/database.ts';
import { chainReadings, type ChainedReading } from './chain.ts';

/** Registries report an operation within the feed's lag; what comes later gets a line of its own under the same operation. */
const MERGE_AFTER = '1 second';
/** Lines appended in one transaction at most. */
export const READINGS_AT_ONCE = 500;

interface WaitingReading {
  operation_id: string;
  subject: string;
  items: readonly string[];
  reader: ReadingPayload;
  at: string;
  events: readonly string[];
}

/** Merges waiting readings by (operation, subject) and appends them to the chain under a lock on its head; resolves to lines appended. */
export const appendWaitingReadings = (store: Store<GovernanceDB>): Promise<number> =>
  store.transaction({ holder: 'governance.access-log' }, async (executor) => {
    const { rows: heads } = await sql<{ sequence: number; hash: string }>`
      select sequence, hash from governance.access_head for update`.execute(executor);
    const [head] = heads;
    if (head === undefined) throw new Error('The access log has no head: its migration did not run.');
    await dropErased(executor);
    const waiting = await findWaiting(executor);
    const chained = chainReadings(head, waiting.map(toReading));
    const last = chained.at(-1);
    if (last === undefined) return 0;
    await insertLines(executor, chained);
    await markAppended(executor, waiting, head.sequence);
    await sql`update governance.access_head set sequence = ${last.line.sequence}, hash = ${last.line.hash}`.execute(
      executor,
    );
    return chained.length;
  });

/** What was read of somebody just before the erasure may come after it. */
const dropErased = async (executor: Executor<GovernanceDB>): Promise<void> => {
  await sql`delete from governance.access_reading as reading using governance.subject_directory as held
    where reading.line is null and held.subject = reading.subject and held.entry->>'erased' = 'true'`.execute(executor);
};

/** One row per (operation, subject) that has waited long enough, with the items of all registries. */
const findWaiting = async (executor: Executor<GovernanceDB>): Promise<WaitingReading[]> => {
  const { rows } = await sql<WaitingReading>`
    select operation_id, subject, min(read_at) as at, (array_agg(reader))[1] as reader,
      array_agg(registry || ' ' || sequence) as events,
      (select array_agg(distinct item order by item) from governance.access_reading as part, unnest(part.items) as item
        where part.operation_id = reading.operation_id and part.subject = reading.subject and part.line is null) as items
    from governance.access_reading as reading
    where line is null
    group by operation_id, subject
    having min(received_at) < clock_timestamp() - ${MERGE_AFTER}::interval
    order by min(received_at), operation_id, subject
    limit ${READINGS_AT_ONCE}`.execute(executor);
  return rows;
};

const toReading = ({ operation_id, subject, items, reader, at }: WaitingReading): Reading => ({
  operationId: operation_id,
  subject,
  items,
  reader,
  at,
});

const insertLines = async (executor: Executor<GovernanceDB>, chained: readonly ChainedReading[]): Promise<void> => {
  const rows = JSON.stringify(
    chained.map(({ line, reading, salt }) => ({
      sequence: line.sequence,
      at: line.at,
      detail_hash: line.detailHash,
      previous_hash: line.previousHash,
      hash: line.hash,
      operation_id: reading.operationId,
      subject: reading.subject,
      items: reading.items,
      reader: reading.reader,
      salt,
    })),
  );
  await sql`insert into governance.access_line (sequence, at, detail_hash, previous_hash, hash)
    select * from jsonb_to_recordset(${rows}::jsonb)
      as given (sequence bigint, at timestamptz, detail_hash text, previous_hash text, hash text)`.execute(executor);
  await sql`insert into governance.access_detail (sequence, at, operation_id, subject, items, reader, salt)
    select * from jsonb_to_recordset(${rows}::jsonb)
      as given (sequence bigint, at timestamptz, operation_id text, subject text, items text[], reader jsonb, salt text)`.execute(
    executor,
  );
};

/** Only the rows that were merged: one that came meanwhile waits for a line of its own. */
const markAppended = async (
  executor: Executor<GovernanceDB>,
  waiting: readonly WaitingReading[],
  after: number,
): Promise<void> => {
  const rows = waiting.map(({ operation_id, subject, events }, index) => ({
    operation_id,
    subject,
    events,
    line: after + index + 1,
  }));
  await sql`update governance.access_reading as reading set line = given.line
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (operation_id text, subject text, events text[], line bigint)
    where reading.operation_id = given.operation_id and reading.subject = given.subject
      and reading.registry || ' ' || reading.sequence = any(given.events)`.execute(executor);
};
