import { sql, type Kysely, type Migration } from 'kysely';

const SOURCED = 'source_sequence bigint';
const DATED = 'since date not null, until date, check (until is null or until >= since)';

const STATEMENTS: readonly string[] = [
  `create table personal.citizen (
    id text primary key,
    name text, sex text, birth_date date, ethnicity text, nationality text, political_status text,
    education text, marital_status text,
    left_on date,
    merged_into text references personal.citizen,
    erased_at timestamptz,
    ${SOURCED}
  )`,
  'create index citizen_merged_into on personal.citizen (merged_into) where merged_into is not null',
  `create table personal.identity_alias (
    hmac text primary key,
    key_version int not null,
    citizen_id text not null,
    sealed_number text not null,
    since date, until date
  )`,
  'create index identity_alias_citizen on personal.identity_alias (citizen_id)',
  'create index identity_alias_version on personal.identity_alias (key_version)',
  `create table personal.identity_change (
    citizen_id text not null, survivor_id text not null, since date not null, ${SOURCED},
    primary key (survivor_id, since)
  )`,
  'create index identity_change_citizen on personal.identity_change (citizen_id)',
  `create table personal.former_name (
    citizen_id text not null, name text not null, until date not null, ${SOURCED}, primary key (citizen_id, until)
  )`,
  `create table personal.death (citizen_id text primary key, death_date date not null, ${SOURCED})`,
  `create table personal.employment (
    citizen_id text not null, employer text, occupation text, ${DATED}, ${SOURCED}, primary key (citizen_id, since)
  )`,
  `create table personal.contact (citizen_id text primary key, phone text, email text, ${SOURCED})`,
  `create table personal.marriage (
    certificate_no text primary key, one_id text not null, other_id text not null,
    ended_by text, registered_at text, ${DATED}, ${SOURCED}, check (one_id <> other_id)
  )`,
  'create index marriage_one on personal.marriage (one_id)',
  'create index marriage_other on personal.marriage (other_id)',
  `create table personal.parent_child (
    parent_id text not null, child_id text not null, kind text not null, since date, until date, ${SOURCED},
    primary key (child_id, parent_id), check (parent_id <> child_id)
  )`,
  'create index parent_child_parent on personal.parent_child (parent_id)',
  `create table personal.guardianship (
    record_no text primary key, ward_id text not null, guardian_id text, institution text, kind text not null,
    ${DATED}, ${SOURCED}
  )`,
  'create index guardianship_ward on personal.guardianship (ward_id)',
  'create index guardianship_guardian on personal.guardianship (guardian_id)',
  `create table personal.household_member (
    register_no text not null, citizen_id text not null, head_id text, relation_to_head text, kind text not null,
    province text not null, district text, address text, ${DATED}, ${SOURCED},
    primary key (register_no, citizen_id, since)
  )`,
  'create index household_member_citizen on personal.household_member (citizen_id)',
  'create index household_member_head on personal.household_member (head_id)',
  `create table personal.premise (
    id text primary key, address text, district text, use text, area numeric, longitude numeric, latitude numeric, ${SOURCED}
  )`,
  `create table personal.premise_owner (
    premise_id text not null, owner_id text not null, ${DATED}, ${SOURCED}, primary key (premise_id, owner_id, since)
  )`,
  'create index premise_owner_owner on personal.premise_owner (owner_id)',
  `create table personal.residence (
    citizen_id text not null, address text, district text, premise_id text, basis text, ${DATED}, ${SOURCED},
    primary key (citizen_id, since)
  )`,
  'create index residence_premise on personal.residence (premise_id)',
  `create table personal.enrolment (
    citizen_id text not null, school text not null, stage text not null, grade int, graduated boolean, ${DATED}, ${SOURCED},
    primary key (citizen_id, school, since)
  )`,
  `create table personal.military_service (
    citizen_id text not null, branch text, ${DATED}, ${SOURCED}, primary key (citizen_id, since)
  )`,
  `create table personal.disability (
    citizen_id text not null, category text not null, degree int not null check (degree between 1 and 4),
    ${DATED}, ${SOURCED}, primary key (citizen_id, since)
  )`,
];

const TABLES = [
  'disability',
  'military_service',
  'enrolment',
  'residence',
  'premise_owner',
  'premise',
  'household_member',
  'guardianship',
  'parent_child',
  'marriage',
  'contact',
  'employment',
  'death',
  'former_name',
  'identity_change',
  'identity_alias',
  'citizen',
];

/** People, who they are to each other, where they live, and what they hold. */
export const people: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    for (const table of TABLES) await sql.raw(`drop table personal.${table}`).execute(db);
  },
};
