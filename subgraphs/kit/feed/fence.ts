import { sql, type QueryExecutorProvider } from 'kysely';
import type { ChangeEvent } from './change.ts';
import { versionOf } from './sequence.ts';

/**
 * For consumers that derive from the newest state of a subject: resolves to the newest event per (registry, subject)
 * of those that are newer than all this consumer wrote before, and remembers them, in the consumer's transaction. A slow
 * worker that was replaced meanwhile gets nothing. One statement.
 */
export async function passFence(
  executor: QueryExecutorProvider,
  schema: string,
  consumer: string,
  events: readonly ChangeEvent[],
): Promise<ChangeEvent[]> {
  const newest = newestPerSubject(events);
  if (newest.size === 0) return [];
  const given = [...newest].map(([key, event]) => ({
    key,
    registry: event.registry,
    subject: event.affects[0],
    version: versionOf(event),
  }));
  const { rows } = await sql<{ registry: string; subject: string }>`
    insert into ${sql.id(schema, 'feed_fence')} as held (consumer, registry, subject, version)
    select ${consumer}::text, registry, subject, version from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (registry text, subject text, version bigint)
    order by registry, subject
    on conflict (consumer, registry, subject) do update set version = excluded.version where held.version < excluded.version
    returning registry, subject`.execute(executor);
  const passed = new Set(rows.map(({ registry, subject }) => `${registry}:${subject}`));
  return [...newest].flatMap(([key, event]) => (passed.has(key) ? [event] : []));
}

/** The newest event of each registry's subject (`affects[0]`), by `registry:subject`. */
export function newestPerSubject(events: readonly ChangeEvent[]): Map<string, ChangeEvent> {
  const newest = new Map<string, ChangeEvent>();
  for (const event of events) {
    const key = `${event.registry}:${event.affects[0]}`;
    const held = newest.get(key);
    if (!held || versionOf(held) < versionOf(event)) newest.set(key, event);
  }
  return newest;
}
