import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import { toYuan } from '../money.ts';
import type { HousingFundRow, HousingLoanRow, MedicalInsuranceRow, PensionRow } from '../rows.ts';
import type { ArchiveDB } from './database.ts';

export const findMedicalInsurances = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<MedicalInsuranceRow[]> => {
  const rows = await executor
    .selectFrom('medical_insurance')
    .where('citizen_id', '=', anyOf(citizens))
    .select(['citizen_id as subject', 'number', 'balance', 'as_of as asOf', 'scheme'])
    .select(['since as insuredSince', 'until as insuredUntil'])
    .execute();
  return rows.map((row) => ({ ...row, balance: toYuan(row.balance) }));
};

/** Months before the monthly register and months of pension contributions in it, up to the month of the day. */
export const findPensions = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
  today: string,
): Promise<PensionRow[]> => {
  const rows = await executor
    .selectFrom('pension as p')
    .where('p.citizen_id', '=', anyOf(citizens))
    .select(['p.citizen_id as subject', 'p.number', 'p.balance', 'p.as_of as asOf'])
    .select(['p.expected_from as expectedFrom', 'p.monthly_benefit'])
    .select(({ selectFrom }) =>
      selectFrom('contribution as c')
        .whereRef('c.citizen_id', '=', 'p.citizen_id')
        .where('c.month', '<=', today)
        .where(sql<boolean>`'PENSION' = any(c.kinds)`)
        .select(sql<number>`(p.earlier_months + count(*))::int`.as('months'))
        .$asScalar()
        .$notNull()
        .as('monthsPaid'),
    )
    .execute();
  return rows.map(({ monthly_benefit, ...row }) => ({
    ...row,
    balance: toYuan(row.balance),
    monthlyBenefit: toYuan(monthly_benefit),
  }));
};

export const findHousingFunds = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<HousingFundRow[]> => {
  const rows = await executor
    .selectFrom('housing_fund')
    .where('citizen_id', '=', anyOf(citizens))
    .select(['citizen_id as subject', 'number', 'balance', 'as_of as asOf', 'monthly_deposit'])
    .execute();
  return rows.map(({ monthly_deposit, ...row }) => ({
    ...row,
    balance: toYuan(row.balance),
    monthlyDeposit: toYuan(monthly_deposit),
  }));
};

/** The loan of each of these people that began last. */
export const findHousingLoans = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<HousingLoanRow[]> => {
  const rows = await executor
    .selectFrom('housing_loan')
    .distinctOn('citizen_id')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('citizen_id')
    .orderBy('since', 'desc')
    .orderBy('contract_no')
    .select(['citizen_id as subject', 'principal', 'outstanding', 'since', 'until', 'monthly_payment'])
    .execute();
  return rows.map(({ monthly_payment, ...row }) => ({
    ...row,
    principal: toYuan(row.principal),
    outstanding: toYuan(row.outstanding),
    monthlyPayment: toYuan(monthly_payment),
  }));
};
