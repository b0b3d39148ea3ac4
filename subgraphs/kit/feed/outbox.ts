import { sql, type QueryExecutorProvider } from 'kysely';
import { toArrayLiteral, toCopyValue } from '../store/copy-line.ts';
import type { Store } from '../store/store.ts';
import type { Change } from './change.ts';

/** The shape of events as this release writes them. */
export const SCHEMA_VERSION = 1;

/**
 * Makes the changes of a subject follow one another: taken before the facts that a change tells are read, held until
 * the transaction ends. In one order, so that two transactions never wait for each other; ≤ 1,000 subjects at a time.
 */
export async function lockSubjects(
  executor: QueryExecutorProvider,
  schema: string,
  subjects: readonly string[],
): Promise<void> {
  await sql`select count(pg_advisory_xact_lock(key)) from (
    select distinct hashtextextended(subject, hashtext(${schema})) as key from unnest(${[...subjects]}::text[]) as subject
    order by 1
  ) as keys`.execute(executor);
}

/** Transactions that told a change. */
const tellers = new WeakSet<QueryExecutorProvider>();

/** Whether a transaction told anything: whoever carries changes away need not look otherwise. */
export const hasTold = (executor: QueryExecutorProvider): boolean => tellers.has(executor);

/** Writes the changes in their order, in one statement, in the caller's transaction. Resolves to their row ids. */
export async function appendChanges(
  executor: QueryExecutorProvider,
  schema: string,
  changes: readonly Change[],
): Promise<number[]> {
  if (changes.length === 0) return [];
  tellers.add(executor);
  const rows = changes.map(({ operationId, traceId, items, directory, ...change }) => ({
    ...change,
    items: toItemsText(items),
    directory: directory && JSON.stringify(directory),
    operation_id: operationId,
    trace_id: traceId,
  }));
  const { rows: written } = await sql<{ id: number }>`
    insert into ${sql.id(schema, 'outbox')}
      (lane, kind, affects, items, operation_id, trace_id, schema_version, directory, payload)
    select lane, kind, affects, items, operation_id, trace_id, ${SCHEMA_VERSION}::int, directory, payload
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (
      lane text, kind text, affects text[], items text, operation_id text, trace_id text, directory text, payload jsonb
    )) with ordinality
    order by ordinality
    returning id`.execute(executor);
  return written.map(({ id }) => id).sort((one, other) => one - other);
}

/** A schema coordinate has no space in it. */
const toItemsText = (items: readonly string[]): string => items.join(' ');

/** From so many changes on COPY is worth its preparation. */
const MANY = 100;

/** `appendChanges`, by COPY where they are many. */
export async function writeChanges<DB>(
  store: Store<DB>,
  executor: QueryExecutorProvider,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length < MANY) {
    await appendChanges(executor, store.schema, changes);
    return;
  }
  tellers.add(executor);
  const items = new Map<readonly string[], string>();
  let text = '';
  for (const change of changes) {
    const itemsText = items.get(change.items) ?? toCopyValue(toItemsText(change.items));
    items.set(change.items, itemsText);
    text += toCopyText(change, itemsText);
  }
  await store.copyFrom(executor, { table: 'outbox', columns: COPIED }, text);
}

const COPIED: readonly string[] = [
  'lane',
  'kind',
  'items',
  'schema_version',
  'affects',
  'operation_id',
  'trace_id',
  'directory',
  'payload',
];

const toCopyText = ({ lane, kind, affects, operationId, traceId, directory, payload }: Change, items: string): string =>
  `${lane}\t${kind}\t${items}\t${SCHEMA_VERSION}\t${toCopyValue(toArrayLiteral(affects))}\t${toCopyValue(operationId)}\t${toCopyValue(traceId)}` +
  `\t${toCopyJson(directory)}\t${toCopyJson(payload)}\n`;

const toCopyJson = (value: unknown): string => (value === undefined ? '\\N' : toCopyValue(JSON.stringify(value)));
