import { scalars } from '../../schema/scalars.ts';
import { HousingFund, MedicalInsurance, Pension } from './resolvers/accounts.ts';
import { Citizen, LifeArchive } from './resolvers/archive.ts';
import { CreditReport, Department } from './resolvers/credit.ts';
import { HealthRecord } from './resolvers/health.ts';
import { SocialInsurance } from './resolvers/social-insurance.ts';
import { IncomeTax } from './resolvers/income-tax.ts';
import { TrafficRecord } from './resolvers/traffic.ts';
import { UtilityAccount } from './resolvers/utilities.ts';

export const resolvers = {
  ...scalars,
  Citizen,
  LifeArchive,
  MedicalInsurance,
  Pension,
  HousingFund,
  UtilityAccount,
  IncomeTax,
  HealthRecord,
  CreditReport,
  Department,
  TrafficRecord,
  SocialInsurance,
};
