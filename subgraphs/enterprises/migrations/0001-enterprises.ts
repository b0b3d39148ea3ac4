import { sql, type Kysely, type Migration } from 'kysely';

const SOURCED = 'source_sequence bigint';
/** Characters of a name but those of nearly every name, as searches ask for them. */
const charactersOf = (column: string): string => `string_to_array(translate(${column}, '上海市有限公司', ''), null)`;
const DATED = 'since date not null, until date, check (until is null or until >= since)';

const STATEMENTS: readonly string[] = [
  `create table enterprises.enterprise (
    uscc text primary key,
    name text collate "C", status text, kind text, established_on date, closed_on date,
    capital_amount numeric, capital_currency text, capital_as_stated text,
    scope text, district text, address_text text,
    ${SOURCED}
  )`,
  // By name within a district; the whole city is read district by district (repository/search.ts).
  'create index enterprise_by_district on enterprises.enterprise (district, name, uscc)',
  // Substring search: two characters of Chinese are a word, too short for trigrams. A longer pending list loads faster, but
  // makes the planner shun the index until it is merged, which the embedded engine never does by itself.
  `create index enterprise_name_characters on enterprises.enterprise
    using gin (${charactersOf('name')}) with (gin_pending_list_limit = 1024)`,
  `create table enterprises.workplace (
    uscc text primary key, premise_id text, longitude double precision, latitude double precision, ${SOURCED}
  )`,
  `create table enterprises.representative (
    uscc text not null, citizen_id text not null, ${DATED}, ${SOURCED}, primary key (uscc, citizen_id, since)
  )`,
  'create index representative_citizen on enterprises.representative (citizen_id)',
  `create table enterprises.officer (
    uscc text not null, citizen_id text not null, role text not null, ${DATED}, ${SOURCED},
    primary key (uscc, citizen_id, role, since)
  )`,
  'create index officer_citizen on enterprises.officer (citizen_id)',
  `create table enterprises.share (
    uscc text not null, owner text not null, percent numeric not null check (percent between 0 and 100),
    subscribed_amount numeric, subscribed_currency text, ${DATED}, ${SOURCED}, primary key (uscc, owner, since)
  )`,
  'create index share_owner on enterprises.share (owner)',
  `create table enterprises.mandate (
    id text primary key, uscc text not null, handler text not null, services text[] not null,
    withdrawn_at timestamptz, ${DATED}, ${SOURCED}
  )`,
  'create index mandate_uscc on enterprises.mandate (uscc)',
  'create index mandate_handler on enterprises.mandate (handler)',
  `create table enterprises.annual_report (
    uscc text not null, year int not null, filed_at timestamptz, exempt boolean,
    revenue_amount numeric, revenue_currency text, taxes_amount numeric, taxes_currency text, employees int,
    ${SOURCED}, primary key (uscc, year)
  )`,
  `create table enterprises.penalty (
    id text primary key, uscc text not null, department text not null, decided_on date not null, ground text not null,
    amount numeric, currency text, published boolean, ${SOURCED}
  )`,
  'create index penalty_uscc on enterprises.penalty (uscc)',
  `create table enterprises.listing (
    uscc text not null, directory text not null, ground text not null, citation text not null, decided_by text not null,
    ${DATED}, ${SOURCED}, primary key (uscc, directory, since)
  )`,
  `create table enterprises.branch (
    branch_uscc text primary key, parent_uscc text not null, ${DATED}, ${SOURCED}
  )`,
  'create index branch_parent on enterprises.branch (parent_uscc)',
  `create table enterprises.registered_change (
    uscc text not null, kind text not null, changed_on date not null, before text, after text, ${SOURCED},
    primary key (uscc, kind, changed_on)
  )`,
  `create index registered_change_former_name on enterprises.registered_change
    using gin (${charactersOf('before')}) where kind = 'name-changed'`,
  `create table enterprises.observed_change (
    uscc text not null, kind text not null, seen_on date not null, before text, after text,
    primary key (uscc, kind, seen_on)
  )`,
];

const TABLES = [
  'observed_change',
  'registered_change',
  'branch',
  'listing',
  'penalty',
  'annual_report',
  'mandate',
  'share',
  'officer',
  'representative',
  'workplace',
  'enterprise',
];

/** Enterprises, who owns, leads and acts for them, and what departments recorded of them. */
export const enterprises: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    for (const table of TABLES) await sql.raw(`drop table enterprises.${table}`).execute(db);
  },
};
