import { sql } from 'kysely';
import { toDivision } from '../../kit/divisions/division.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import { toYuan } from '../money.ts';
import type {
  CreditRecordRow,
  CreditReportRow,
  DecidedViolationRow,
  TaxYearRow,
  TrafficRecordRow,
  UtilityAccountRow,
} from '../rows.ts';
import { SCHEMA, type ArchiveDB } from './database.ts';

/** Accounts of these people by kind, each with the sum of what is not paid of the bills of past and present months. */
export const findUtilityAccounts = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
  today: string,
): Promise<UtilityAccountRow[]> => {
  const rows = await executor
    .selectFrom('utility_account as a')
    .where('a.citizen_id', '=', anyOf(citizens))
    .orderBy(sql`array_position(array['WATER', 'ELECTRICITY', 'GAS'], a.utility)`)
    .orderBy('a.number')
    .select(['a.citizen_id as subject', 'a.utility', 'a.number', 'a.address', 'a.district'])
    .select(({ selectFrom }) =>
      selectFrom('utility_bill as b')
        .whereRef('b.citizen_id', '=', 'a.citizen_id')
        .whereRef('b.utility', '=', 'a.utility')
        .whereRef('b.number', '=', 'a.number')
        .where('b.period', '<=', today)
        .where('b.paid_at', 'is', null)
        .select(sql<string>`coalesce(sum(b.amount), 0)`.as('due'))
        .$asScalar()
        .$notNull()
        .as('due'),
    )
    .execute();
  return rows.map(({ address, district, due, ...row }) => ({
    ...row,
    address: { text: address, district: toDivision(district), point: null },
    due: toYuan(due),
  }));
};

/** Years of these people, the latest first. A refund is what was paid beyond what is due, once the year is settled. */
export const findTaxYears = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<TaxYearRow[]> => {
  const rows = await executor
    .selectFrom('tax_year')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('year', 'desc')
    .select(['citizen_id as subject', 'year', 'income', 'deductions', 'tax_due', 'tax_paid', 'settled_on as settledAt'])
    .select(
      sql<
        string | null
      >`case when settled_on is not null and tax_paid > tax_due then (tax_paid - tax_due)::text end`.as('refund'),
    )
    .execute();
  return rows.map(({ tax_due, tax_paid, ...row }) => ({
    ...row,
    income: toYuan(row.income),
    deductions: toYuan(row.deductions),
    taxDue: toYuan(tax_due),
    taxPaid: toYuan(tax_paid),
    refund: toYuan(row.refund),
  }));
};

/** Reports of those who have a score or a record. */
export const findCreditReports = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<CreditReportRow[]> => {
  const { rows } = await sql<CreditReportRow>`
    select citizen_id as subject, s.score, s.grade, s.as_of as "asOf"
    from (select distinct citizen_id from ${sql.table(`${SCHEMA}.credit_record`)}
      where citizen_id = any(${[...citizens]}::text[])) r
    full join (select * from ${sql.table(`${SCHEMA}.credit_score`)}
      where citizen_id = any(${[...citizens]}::text[])) s using (citizen_id)`.execute(executor);
  return rows;
};

/** Records of these people, the latest first. */
export const findCreditRecords = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<CreditRecordRow[]> => {
  const rows = await executor
    .selectFrom('credit_record')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('date', 'desc')
    .orderBy('id')
    .select(['citizen_id as subject', 'id', 'kind', 'positive', 'date', 'until', 'department', 'description'])
    .execute();
  return rows.map(({ department, ...row }) => ({ ...row, source: { code: department } }));
};

/** Of those who have a licence or a violation. */
export const findTrafficRecords = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<TrafficRecordRow[]> => {
  const { rows } = await sql<TrafficRecordRow>`
    select citizen_id as subject, d.licensed_on as "licensedOn", d.cleared_on as "clearedOn"
    from (select distinct citizen_id from ${sql.table(`${SCHEMA}.violation`)}
      where citizen_id = any(${[...citizens]}::text[])) v
    full join (select * from ${sql.table(`${SCHEMA}.driver`)}
      where citizen_id = any(${[...citizens]}::text[])) d using (citizen_id)`.execute(executor);
  return rows;
};

/** What was decided against these people and stands, for their points. */
export const findDecidedViolations = (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<DecidedViolationRow[]> =>
  executor
    .selectFrom('violation')
    .where('citizen_id', '=', anyOf(citizens))
    .where('state', 'in', ['CONFIRMED', 'PAID'])
    .where('points', '>', 0)
    .where('served_on', 'is not', null)
    .select(['citizen_id as subject', 'paid_on as paidOn', 'points'])
    .select([sql<string>`(at at time zone 'Asia/Shanghai')::date`.as('on'), sql<string>`served_on`.as('servedOn')])
    .execute();
