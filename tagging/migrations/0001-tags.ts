import { sql, type Kysely, type Migration } from 'kysely';

/** Days are counted from 1970-01-01; null: since ever, without end. */
const STATEMENTS: readonly string[] = [
  `create table tagging.tag (
    tag text primary key, kind text not null, subject text not null, parents text[] not null
  )`,
  `create table tagging.subject (
    subject text primary key, kind text, district text, fence bigint not null, is_erased boolean not null default false
  )`,
  `create table tagging.held (
    subject text not null, tag text not null, since int, until int, state text not null, version int not null,
    evidence jsonb not null
  )`,
  'create index held_subject on tagging.held (subject)',
  'create index held_tag on tagging.held (tag)',
  `create table tagging.link (
    subject text not null, kind text not null, target text not null, since int, until int, share double precision
  )`,
  'create index link_subject on tagging.link (subject)',
  'create index link_target on tagging.link (target)',
  'create sequence tagging.fence',
];

/** Subjects with their tags and with what leads from them to others. */
export const tags: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    await sql.raw('drop sequence tagging.fence').execute(db);
    for (const table of ['link', 'held', 'subject', 'tag']) await sql.raw(`drop table tagging.${table}`).execute(db);
  },
};
