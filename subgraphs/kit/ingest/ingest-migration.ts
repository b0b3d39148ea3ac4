import { sql, type QueryExecutorProvider } from 'kysely';

/** The tables of ingest, in the registry's schema; called by the first migration of each registry. */
export const createIngestTables = async (db: QueryExecutorProvider, schema: string): Promise<void> => {
  await sql`create table ${sql.id(schema, 'ingest_batch')} (
    id bigint generated always as identity primary key,
    source text not null,
    channel text not null,
    file_name text not null,
    sha256 text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'REFUSED')),
    refusal text,
    kind text not null check (kind in ('full', 'delta')),
    date date not null,
    sequence bigint not null,
    encoding text,
    header jsonb,
    started_at timestamptz not null,
    finished_at timestamptz,
    seconds numeric not null default 0,
    position_offset bigint not null default 0,
    position_line integer not null default 0,
    tally jsonb not null,
    quality jsonb
  )`.execute(db);
  await sql`create index on ${sql.id(schema, 'ingest_batch')} (source, started_at desc)`.execute(db);
  await sql`create index on ${sql.id(schema, 'ingest_batch')} (source, sha256)`.execute(db);
  await sql`create table ${sql.id(schema, 'ingest_quarantine')} (
    id bigint generated always as identity primary key,
    batch_id bigint not null references ${sql.id(schema, 'ingest_batch')} (id),
    source text not null,
    line integer not null,
    raw_text text not null,
    digest text not null,
    reasons jsonb not null,
    key_text text,
    sequence bigint not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'RESOLVED', 'SUPERSEDED')),
    may_requeue boolean not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    unique (source, digest, line)
  )`.execute(db);
  await sql`create index on ${sql.id(schema, 'ingest_quarantine')} (source, key_text) where state = 'OPEN'`.execute(db);
  await sql`create index on ${sql.id(schema, 'ingest_quarantine')} (batch_id)`.execute(db);
  await sql`create index on ${sql.id(schema, 'ingest_quarantine')} (expires_at)`.execute(db);
};
