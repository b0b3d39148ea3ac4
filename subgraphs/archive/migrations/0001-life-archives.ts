import { sql, type Kysely, type Migration } from 'kysely';

const SOURCED = 'source_sequence bigint';
/** One account of a kind for each person, in renminbi. */
const ACCOUNT = 'citizen_id text primary key, number text not null, balance numeric check (balance >= 0), as_of date';
const ENTRY = `id text primary key, citizen_id text not null, date date not null, kind text not null, amount numeric not null,
  counterparty text, note text, ${SOURCED}`;

const STATEMENTS: readonly string[] = [
  `create table archive.medical_insurance (
    ${ACCOUNT}, scheme text not null, since date, until date, ${SOURCED}, check (until is null or until >= since)
  )`,
  `create table archive.medical_entry (${ENTRY})`,
  'create index medical_entry_page on archive.medical_entry (citizen_id, date, id)',
  `create table archive.pension (
    ${ACCOUNT}, earlier_months int not null default 0 check (earlier_months >= 0), expected_from date,
    monthly_benefit numeric check (monthly_benefit >= 0), ${SOURCED}
  )`,
  `create table archive.pension_entry (${ENTRY})`,
  'create index pension_entry_page on archive.pension_entry (citizen_id, date, id)',
  `create table archive.housing_fund (${ACCOUNT}, monthly_deposit numeric check (monthly_deposit >= 0), ${SOURCED})`,
  `create table archive.housing_entry (${ENTRY})`,
  'create index housing_entry_page on archive.housing_entry (citizen_id, date, id)',
  `create table archive.housing_loan (
    contract_no text not null, citizen_id text not null, principal numeric not null check (principal >= 0),
    outstanding numeric not null check (outstanding between 0 and principal), since date not null, until date not null,
    monthly_payment numeric not null check (monthly_payment >= 0), ${SOURCED},
    primary key (contract_no, citizen_id), check (until >= since)
  )`,
  'create index housing_loan_citizen on archive.housing_loan (citizen_id)',
  `create table archive.utility_account (
    utility text not null, number text not null, citizen_id text not null, address text, district text, ${SOURCED},
    primary key (utility, number)
  )`,
  'create index utility_account_citizen on archive.utility_account (citizen_id)',
  // A bill is whose it was addressed to: who takes the account over does not see how the one before lived.
  `create table archive.utility_bill (
    id text primary key, utility text not null, number text not null, citizen_id text not null, period date not null,
    usage numeric not null check (usage >= 0), amount numeric not null check (amount >= 0), due_date date not null,
    paid_at timestamptz, ${SOURCED}
  )`,
  'create index utility_bill_page on archive.utility_bill (citizen_id, utility, number, period, id)',
  `create table archive.tax_year (
    citizen_id text not null, year int not null, income numeric not null, deductions numeric not null,
    tax_due numeric not null, tax_paid numeric not null, settled_on date, ${SOURCED}, primary key (citizen_id, year)
  )`,
  `create table archive.health_basics (
    citizen_id text primary key, blood_type text, allergies text[], ${SOURCED}
  )`,
  `create table archive.vaccination (
    citizen_id text not null, vaccine text not null, dose int not null, date date not null, place text not null,
    batch text, ${SOURCED}, primary key (citizen_id, vaccine, date)
  )`,
  `create table archive.check_up (
    citizen_id text not null, date date not null, place text not null, summary text not null, ${SOURCED},
    primary key (citizen_id, date, place)
  )`,
  `create table archive.pregnancy (
    citizen_id text not null, registered_on date not null, expected date not null, ended_on date, ${SOURCED},
    primary key (citizen_id, registered_on)
  )`,
  `create table archive.credit_score (
    citizen_id text primary key, score int, grade text, as_of date not null, ${SOURCED}
  )`,
  `create table archive.credit_record (
    id text primary key, citizen_id text not null, kind text not null, positive boolean not null, date date not null,
    until date, department text not null, description text not null, ${SOURCED}
  )`,
  'create index credit_record_citizen on archive.credit_record (citizen_id)',
  `create table archive.driver (
    citizen_id text primary key, licensed_on date not null, cleared_on date, ${SOURCED}
  )`,
  `create table archive.violation (
    id text primary key, citizen_id text not null, at timestamptz not null, place text not null, code text not null,
    description text not null, plate text, fine numeric not null check (fine >= 0), points int not null,
    state text not null, served_on date, paid_on date, ${SOURCED}
  )`,
  'create index violation_page on archive.violation (citizen_id, at, id)',
  // One row for each month of a person: nobody is insured twice for one month.
  `create table archive.contribution (
    citizen_id text not null, month date not null check (extract(day from month) = 1), employer text not null, uscc text,
    base numeric not null check (base >= 0), personal numeric not null check (personal >= 0),
    company numeric not null check (company >= 0), kinds text[] not null, paid_on date, ${SOURCED},
    primary key (citizen_id, month)
  )`,
  `create table archive.border_crossing (
    id text primary key, citizen_id text not null, at timestamptz not null, port text not null, direction text not null,
    document text not null, document_number text, ${SOURCED}
  )`,
  'create index border_crossing_page on archive.border_crossing (citizen_id, at, id)',
];

const TABLES = [
  'border_crossing',
  'contribution',
  'violation',
  'driver',
  'credit_record',
  'credit_score',
  'pregnancy',
  'check_up',
  'vaccination',
  'health_basics',
  'tax_year',
  'utility_bill',
  'utility_account',
  'housing_loan',
  'housing_entry',
  'housing_fund',
  'pension_entry',
  'pension',
  'medical_entry',
  'medical_insurance',
];

/** Accounts of persons with their entries, and what departments recorded month by month. */
export const lifeArchives: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    for (const table of TABLES) await sql.raw(`drop table archive.${table}`).execute(db);
  },
};
