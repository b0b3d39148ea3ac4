import { sql, type QueryExecutorProvider } from 'kysely';

/**
 * The tables of feed and directory in a registry's schema; its first migration calls this.
 * The outbox is ordered by (xid, id): a row's transaction id tells whether an earlier one may still be uncommitted.
 * Nobody asks the database what stands in `items` (coordinates, a space between them), `directory` or `entry` (JSON): they
 * are kept as they came, as taking them apart would slow every load.
 */
export async function createKitTables(executor: QueryExecutorProvider, schema: string): Promise<void> {
  const table = (name: string) => sql.id(schema, name);
  const statements = [
    sql`create table ${table('outbox')} (
      id bigint generated always as identity,
      xid xid8 not null default pg_current_xact_id(),
      lane text not null check (lane in ('own', 'bulk')),
      kind text not null,
      affects text[] not null check (cardinality(affects) > 0),
      items text not null,
      at timestamptz not null default clock_timestamp(),
      operation_id text,
      trace_id text,
      schema_version int not null,
      directory text,
      payload jsonb,
      primary key (lane, xid, id)
    )`,
    sql`create table ${table('outbox_consumer')} (
      consumer text not null,
      lane text not null check (lane in ('own', 'bulk')),
      sequence text collate "C" not null,
      primary key (consumer, lane)
    )`,
    sql`create table ${table('subject_directory')} (
      subject text primary key,
      registry text not null,
      version bigint not null,
      merged_into text,
      entry json not null,
      parties text[]
    )`,
    sql`create index subject_directory_handlers on ${table('subject_directory')}
      using gin (parties) where parties is not null`,
    sql`create index subject_directory_merged on ${table('subject_directory')} (merged_into) where merged_into is not null`,
    sql`create table ${table('feed_fence')} (
      consumer text not null,
      registry text not null,
      subject text not null,
      version bigint not null,
      primary key (consumer, registry, subject)
    )`,
  ];
  for (const statement of statements) await statement.execute(executor);
}

export async function dropKitTables(executor: QueryExecutorProvider, schema: string): Promise<void> {
  for (const name of ['feed_fence', 'subject_directory', 'outbox_consumer', 'outbox']) {
    await sql`drop table if exists ${sql.id(schema, name)}`.execute(executor);
  }
}
