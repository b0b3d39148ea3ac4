import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS: readonly string[] = [
  // Days are counted from 1970-01-01; `held_tag` names subject, tag and since.
  `create table tagging.contest (
    held_tag text primary key, subject text not null, tag text not null, since int, claim text not null,
    raised_by text not null, state text not null default 'OPEN', opened_at timestamptz not null,
    decided_at timestamptz, decided_by text, reason text
  )`,
  'create index contest_subject on tagging.contest (subject)',
  'create index contest_order on tagging.contest (state, opened_at, held_tag)',
  // Who switched recommendations off, or on again.
  'create table tagging.preference (subject text primary key, is_personalised boolean not null)',
  // What tags are derived by, each with the hash of what it says: whoever is told of a new one derives everybody again.
  `create table tagging.published (
    name text primary key, kind text not null, hash text not null, published_at timestamptz not null default now()
  )`,
  // By which figures are perturbed, the same for all processes.
  'create table tagging.perturbation (singleton boolean primary key default true check (singleton), secret text not null)',
  'create index subject_fence on tagging.subject (fence)',
];

/** What people say about their tags, what is published, and the secret of perturbed figures. */
export const use: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    await sql`insert into tagging.perturbation (secret) values (${randomBytes(32).toString('base64')})`.execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    await sql`drop index tagging.subject_fence`.execute(db);
    for (const table of ['perturbation', 'published', 'preference', 'contest'])
      await sql.raw(`drop table tagging.${table}`).execute(db);
  },
};
