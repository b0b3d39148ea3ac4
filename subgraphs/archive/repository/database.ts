import type {
  Direction,
  EntryKind,
  InsuranceKind,
  MedicalScheme,
  Utility,
  ViolationState,
} from '../schema.generated.ts';

/** Civil days are YYYY-MM-DD, instants RFC 3339, amounts decimals in yuan of the renminbi. */
interface OfCitizen {
  citizen_id: string;
  /** The drop that wrote the row last. */
  source_sequence: number | null;
}

interface Account extends OfCitizen {
  number: string;
  balance: string | null;
  as_of: string | null;
}

interface EntryTable extends OfCitizen {
  id: string;
  date: string;
  kind: EntryKind;
  /** Negative when it was taken from the account. */
  amount: string;
  counterparty: string | null;
  note: string | null;
}

interface MedicalInsuranceTable extends Account {
  scheme: MedicalScheme;
  since: string | null;
  until: string | null;
}

interface PensionTable extends Account {
  /** Months paid, or deemed to be, before the monthly register. */
  earlier_months: number;
  expected_from: string | null;
  monthly_benefit: string | null;
}

interface HousingFundTable extends Account {
  monthly_deposit: string | null;
}

/** One row for each borrower of a contract. */
interface HousingLoanTable extends OfCitizen {
  contract_no: string;
  principal: string;
  outstanding: string;
  since: string;
  until: string;
  monthly_payment: string;
}

interface UtilityAccountTable extends OfCitizen {
  utility: Utility;
  number: string;
  address: string | null;
  /** GB/T 2260. */
  district: string | null;
}

interface UtilityBillTable extends OfCitizen {
  id: string;
  utility: Utility;
  number: string;
  /** First day of the month billed. */
  period: string;
  usage: string;
  amount: string;
  due_date: string;
  paid_at: string | null;
}

interface TaxYearTable extends OfCitizen {
  year: number;
  income: string;
  deductions: string;
  tax_due: string;
  tax_paid: string;
  settled_on: string | null;
}

interface HealthBasicsTable extends OfCitizen {
  blood_type: string | null;
  /** Null when nobody asked. */
  allergies: string[] | null;
}

interface VaccinationTable extends OfCitizen {
  vaccine: string;
  dose: number;
  date: string;
  place: string;
  batch: string | null;
}

interface CheckUpTable extends OfCitizen {
  date: string;
  place: string;
  summary: string;
}

interface PregnancyTable extends OfCitizen {
  registered_on: string;
  expected: string;
  ended_on: string | null;
}

interface CreditScoreTable extends OfCitizen {
  score: number | null;
  grade: string | null;
  as_of: string;
}

interface CreditRecordTable extends OfCitizen {
  id: string;
  kind: string;
  positive: boolean;
  date: string;
  until: string | null;
  department: string;
  description: string;
}

interface DriverTable extends OfCitizen {
  /** 初次领证日期, from which cycles of points run. */
  licensed_on: string;
  /** 满分学习考试合格: what was decided until then counts no more. */
  cleared_on: string | null;
}

interface ViolationTable extends OfCitizen {
  id: string;
  at: string;
  place: string;
  code: string;
  description: string;
  plate: string | null;
  fine: string;
  points: number;
  state: ViolationState;
  /** Day on which the decision was received. */
  served_on: string | null;
  paid_on: string | null;
}

interface ContributionTable extends OfCitizen {
  /** First day of the month. */
  month: string;
  employer: string;
  uscc: string | null;
  base: string;
  personal: string;
  company: string;
  kinds: InsuranceKind[];
  paid_on: string | null;
}

interface BorderCrossingTable extends OfCitizen {
  id: string;
  at: string;
  port: string;
  direction: Direction;
  document: string;
  document_number: string | null;
}

export interface ArchiveDB {
  medical_insurance: MedicalInsuranceTable;
  medical_entry: EntryTable;
  pension: PensionTable;
  pension_entry: EntryTable;
  housing_fund: HousingFundTable;
  housing_entry: EntryTable;
  housing_loan: HousingLoanTable;
  utility_account: UtilityAccountTable;
  utility_bill: UtilityBillTable;
  tax_year: TaxYearTable;
  health_basics: HealthBasicsTable;
  vaccination: VaccinationTable;
  check_up: CheckUpTable;
  pregnancy: PregnancyTable;
  credit_score: CreditScoreTable;
  credit_record: CreditRecordTable;
  driver: DriverTable;
  violation: ViolationTable;
  contribution: ContributionTable;
  border_crossing: BorderCrossingTable;
}

/** The database schema of this registry, for statements that kysely cannot bind to it. */
export const SCHEMA = 'archive';
