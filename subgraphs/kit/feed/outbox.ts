import { sql, type QueryExecutorProvider } from 'kysely';
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

/** Writes the changes in their order, in one statement, in the caller's transaction. Resolves to their row ids. */
export async function appendChanges(
  executor: QueryExecutorProvider,
  schema: string,
  changes: readonly Change[],
): Promise<number[]> {
  if (changes.length === 0) return [];
  const rows = changes.map(({ operationId, traceId, ...change }) => ({
    ...change,
    operation_id: operationId,
    trace_id: traceId,
  }));
  const { rows: written } = await sql<{ id: number }>`
    insert into ${sql.id(schema, 'outbox')}
      (lane, kind, affects, items, operation_id, trace_id, schema_version, directory, payload)
    select lane, kind, affects, items, operation_id, trace_id, ${SCHEMA_VERSION}::int, directory, payload
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (
      lane text, kind text, affects text[], items text[], operation_id text, trace_id text, directory jsonb, payload jsonb
    )) with ordinality
    order by ordinality
    returning id`.execute(executor);
  return written.map(({ id }) => id).sort((one, other) => one - other);
}
