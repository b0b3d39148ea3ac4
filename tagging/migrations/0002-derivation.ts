import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Whose tags are to be derived. A change while a worker has the subject raises `wanted`, so that it stays in the queue.
  `create table tagging.queue (
    subject text primary key, kind text not null, lane smallint not null, wanted bigint not null,
    queued_at timestamptz not null default now(), attempts int not null default 0,
    not_before timestamptz not null default '-infinity', taken_until timestamptz, reason text
  )`,
  'create index queue_order on tagging.queue (lane, wanted)',
  // Tried too often: they wait for somebody to look at the reason.
  `create table tagging.dead_letter (
    subject text primary key, kind text not null, attempts int not null, reason text not null,
    dead_since timestamptz not null default now()
  )`,
  // Whose facts are read for whose tags, so that a change reaches all that depend on it.
  `create table tagging.dependency (subject text not null, reads text not null, primary key (subject, reads))`,
  'create index dependency_reads on tagging.dependency (reads)',
  `create table tagging.derived (
    subject text primary key, kind text not null, version bigint not null, derived_at timestamptz not null,
    stale_since timestamptz
  )`,
  // What was believed from when until when, and of which days.
  `create table tagging.belief (
    subject text not null, tag text not null, since int, until int, state text not null, version int not null,
    evidence jsonb not null, known_from timestamptz not null, known_until timestamptz
  )`,
  'create index belief_current on tagging.belief (subject) where known_until is null',
  'create index belief_subject on tagging.belief (subject, known_from)',
  'create sequence tagging.wanted',
];

/** The queue of subjects to derive, what they depend on, and the ledger of what was believed. */
export const derivation: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    await sql.raw('drop sequence tagging.wanted').execute(db);
    for (const table of ['belief', 'derived', 'dependency', 'dead_letter', 'queue'])
      await sql.raw(`drop table tagging.${table}`).execute(db);
  },
};
