export { findHousingFunds, findHousingLoans, findMedicalInsurances, findPensions } from './repository/accounts.ts';
export { findContributionPeriods } from './repository/contribution-periods.ts';
export type { ArchiveDB } from './repository/database.ts';
export { eraseCitizen, mergeCitizens } from './repository/erase.ts';
export { findCheckUps, findHealthBasics, findPregnancies, findVaccinations } from './repository/health.ts';
export {
  findBills,
  findBorderCrossings,
  findContributions,
  findEntries,
  findViolations,
  type DayRange,
  type EntryTable,
} from './repository/pages.ts';
export {
  findCreditRecords,
  findCreditReports,
  findDecidedViolations,
  findTaxYears,
  findTrafficRecords,
  findUtilityAccounts,
} from './repository/records.ts';
