import { sql, type Kysely, type Migration } from 'kysely';

const SOURCED = 'source_sequence bigint';

const STATEMENTS: readonly string[] = [
  `create table licences.licence (
    record text primary key,
    id text not null unique default 'l1_' || replace(gen_random_uuid()::text, '-', ''),
    register text not null, kind text not null, number text, holder text not null, office text,
    issued_on date not null, valid_from date, valid_until date, attributes jsonb, withdrawn_on date,
    ${SOURCED}, check (valid_until is null or valid_until > coalesce(valid_from, issued_on))
  )`,
  'create index licence_holder on licences.licence (holder, issued_on desc, id)',
  `create table licences.status_change (
    record text not null, holder text not null, since date not null, status text not null, ground text,
    ${SOURCED}, primary key (record, since)
  )`,
  'create index status_change_holder on licences.status_change (holder)',
  `create table licences.endorsement (
    record text not null, licence_kind text not null, holder text not null, destination text not null, kind text not null,
    valid_from date not null, valid_until date not null, entries int, entries_left int, withdrawn_on date,
    ${SOURCED}, primary key (record, destination, kind, valid_from),
    check (valid_until > valid_from), check (entries_left between 0 and entries)
  )`,
  'create index endorsement_holder on licences.endorsement (holder)',
];

/** Licences, what became of them, and what was entered into them. */
export const licences: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    for (const table of ['endorsement', 'status_change', 'licence'])
      await sql.raw(`drop table licences.${table}`).execute(db);
  },
};
