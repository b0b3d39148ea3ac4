import type { RequestContext } from '../kit/definition.ts';
import { byArguments, loadByKey, loadByOwner, type ByArguments, type ByKey, type ByOwner } from '../kit/loaders.ts';
import type { Page } from '../kit/paging.ts';
import type { Executor } from '../kit/store/store.ts';
import * as repository from './repository.ts';
import type {
  BillRow,
  BorderCrossingRow,
  CheckUpRow,
  ContributionPeriodRow,
  ContributionRow,
  CreditRecordRow,
  CreditReportRow,
  DecidedViolationRow,
  EntryRow,
  HealthBasicsRow,
  HousingFundRow,
  HousingLoanRow,
  MedicalInsuranceRow,
  PageRow,
  PensionRow,
  PregnancyRow,
  TaxYearRow,
  TrafficRecordRow,
  UtilityAccountRow,
  VaccinationRow,
  ViolationRow,
} from './rows.ts';

type ArchiveDB = repository.ArchiveDB;
type Pages<Args extends readonly unknown[], Row> = ByArguments<[...args: Args, page: Page], ByOwner<PageRow<Row>>>;

/** One request's loaders. Keys are citizen ids if nothing else is said. */
export interface Context extends RequestContext<ArchiveDB> {
  readonly medicalInsurances: ByKey<MedicalInsuranceRow>;
  readonly pensions: ByKey<PensionRow>;
  readonly housingFunds: ByKey<HousingFundRow>;
  readonly housingLoans: ByKey<HousingLoanRow>;
  readonly entries: Pages<[table: repository.EntryTable, range: repository.DayRange], EntryRow>;
  readonly utilityAccounts: ByOwner<UtilityAccountRow>;
  /** By account: JSON of citizen id, utility and number. */
  readonly bills: Pages<[], BillRow>;
  readonly taxYears: ByOwner<TaxYearRow>;
  readonly healthBasics: ByKey<HealthBasicsRow>;
  readonly vaccinations: ByOwner<VaccinationRow>;
  readonly checkUps: ByOwner<CheckUpRow>;
  readonly pregnancies: ByOwner<PregnancyRow>;
  readonly creditReports: ByKey<CreditReportRow>;
  readonly creditRecords: ByOwner<CreditRecordRow>;
  readonly trafficRecords: ByKey<TrafficRecordRow>;
  readonly decidedViolations: ByOwner<DecidedViolationRow>;
  readonly violations: Pages<[unpaidOnly: boolean], ViolationRow>;
  readonly contributionPeriods: ByOwner<ContributionPeriodRow>;
  readonly contributions: Pages<[range: repository.DayRange], ContributionRow>;
  readonly borderCrossings: Pages<[], BorderCrossingRow>;
}

const subjectOf = ({ subject }: { subject: string }): string => subject;
const ownerOf = ({ owner }: { owner: string }): string => owner;

export const createContext = (base: RequestContext<ArchiveDB>): Context => {
  const { today } = base;
  type Find<Row> = (executor: Executor<ArchiveDB>, keys: readonly string[], today: string) => Promise<readonly Row[]>;
  const many =
    <Row>(find: Find<Row>) =>
    (keys: readonly string[]) =>
      base.read((executor) => find(executor, keys, today));
  const pages = <Row>(find: Find<PageRow<Row>>): ByOwner<PageRow<Row>> => loadByOwner(many(find), ownerOf);
  return {
    ...base,
    medicalInsurances: loadByKey(many(repository.findMedicalInsurances), subjectOf),
    pensions: loadByKey(many(repository.findPensions), subjectOf),
    housingFunds: loadByKey(many(repository.findHousingFunds), subjectOf),
    housingLoans: loadByKey(many(repository.findHousingLoans), subjectOf),
    entries: byArguments((table, range, page) =>
      pages((executor, citizens) => repository.findEntries(executor, table, citizens, range, page)),
    ),
    utilityAccounts: loadByOwner(many(repository.findUtilityAccounts), subjectOf),
    bills: byArguments((page) => pages((executor, accounts) => repository.findBills(executor, accounts, today, page))),
    taxYears: loadByOwner(many(repository.findTaxYears), subjectOf),
    healthBasics: loadByKey(many(repository.findHealthBasics), subjectOf),
    vaccinations: loadByOwner(many(repository.findVaccinations), subjectOf),
    checkUps: loadByOwner(many(repository.findCheckUps), subjectOf),
    pregnancies: loadByOwner(many(repository.findPregnancies), subjectOf),
    creditReports: loadByKey(many(repository.findCreditReports), subjectOf),
    creditRecords: loadByOwner(many(repository.findCreditRecords), subjectOf),
    trafficRecords: loadByKey(many(repository.findTrafficRecords), subjectOf),
    decidedViolations: loadByOwner(many(repository.findDecidedViolations), subjectOf),
    violations: byArguments((unpaidOnly, page) =>
      pages((executor, citizens) => repository.findViolations(executor, citizens, { unpaidOnly, today }, page)),
    ),
    contributionPeriods: loadByOwner(many(repository.findContributionPeriods), subjectOf),
    contributions: byArguments((range, page) =>
      pages((executor, citizens) => repository.findContributions(executor, citizens, range, page)),
    ),
    borderCrossings: byArguments((page) =>
      pages((executor, citizens) => repository.findBorderCrossings(executor, citizens, page)),
    ),
  };
};
