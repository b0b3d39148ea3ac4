import type {
  Account,
  Address,
  Bill,
  BorderCrossing,
  CheckUp,
  Contribution,
  ContributionPeriod,
  CreditRecord,
  Entry,
  HousingLoan,
  MedicalInsurance,
  Money,
  Pension,
  Pregnancy,
  TaxYear,
  Utility,
  Vaccination,
  Violation,
} from './schema.generated.ts';

/** A row with the contract's field names; `subject` says whose file it belongs to. */
export type Of<T> = T & { subject: string };

/** A row of a page with the values that it is sorted by, and whose page it is on. */
export interface PageRow<T> {
  owner: string;
  keyset: readonly [string, string];
  row: T;
}

type AccountRow = Of<Pick<Account, 'number' | 'balance' | 'asOf'>>;
export type MedicalInsuranceRow = AccountRow & Pick<MedicalInsurance, 'scheme' | 'insuredSince' | 'insuredUntil'>;
export type PensionRow = AccountRow & Pick<Pension, 'monthsPaid' | 'expectedFrom' | 'monthlyBenefit'>;
export type HousingFundRow = AccountRow & { monthlyDeposit: Money | null };
export type HousingLoanRow = Of<HousingLoan>;
export type EntryRow = Entry;

export interface UtilityAccountRow {
  subject: string;
  utility: Utility;
  number: string;
  address: Address;
  due: Money;
}

export type BillRow = Of<Bill>;
export type TaxYearRow = Of<TaxYear>;
export type IncomeTaxRow = Of<{ years: readonly TaxYearRow[] }>;

export interface HealthBasicsRow {
  subject: string;
  bloodType: string | null;
  allergies: string[] | null;
}

export type VaccinationRow = Of<Vaccination>;
export type CheckUpRow = Of<CheckUp>;
export type PregnancyRow = Of<Pregnancy>;

export interface CreditReportRow {
  subject: string;
  score: number | null;
  grade: string | null;
  asOf: string | null;
}

/** A department goes by its code; the catalogue names it. */
export type CreditRecordRow = Of<Omit<CreditRecord, 'source'>> & { source: { code: string } };

export interface TrafficRecordRow {
  subject: string;
  /** 初次领证日期; null without a licence. */
  licensedOn: string | null;
  /** Since when points count after an examination for twelve of them. */
  clearedOn: string | null;
}

/** A violation that was decided against the driver. */
export interface DecidedViolationRow {
  subject: string;
  /** The civil day of the violation. */
  on: string;
  servedOn: string;
  paidOn: string | null;
  points: number;
}

export type ViolationRow = Of<Violation>;
export type ContributionPeriodRow = Of<ContributionPeriod> & { months: number };
export type SocialInsuranceRow = Of<{ periods: readonly ContributionPeriodRow[]; monthsPaid: number }>;
export type ContributionRow = Of<Contribution>;
export type BorderCrossingRow = Of<BorderCrossing>;
