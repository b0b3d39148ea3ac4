import type { CitizenResolvers, LifeArchiveResolvers } from '../schema.generated.ts';
import { toPage } from './page-rows.ts';

/** Without I/O: each kind is loaded when it is asked for. */
export const Citizen: CitizenResolvers = { archive: ({ id }) => ({ subject: id }) };

export const LifeArchive: LifeArchiveResolvers = {
  medicalInsurance: ({ subject }, _args, { medicalInsurances }) => medicalInsurances.load(subject),
  pension: ({ subject }, _args, { pensions }) => pensions.load(subject),
  housingFund: ({ subject }, _args, { housingFunds }) => housingFunds.load(subject),
  utilities: ({ subject }, _args, { utilityAccounts }) => utilityAccounts.load(subject),
  incomeTax: async ({ subject }, _args, { taxYears }) => {
    const years = await taxYears.load(subject);
    return years.length === 0 ? null : { subject, years };
  },
  health: ({ subject }) => ({ subject }),
  credit: ({ subject }, _args, { creditReports }) => creditReports.load(subject),
  traffic: ({ subject }, _args, { trafficRecords }) => trafficRecords.load(subject),
  socialInsurance: async ({ subject }, _args, { contributionPeriods }) => {
    const periods = await contributionPeriods.load(subject);
    return periods.length === 0
      ? null
      : { subject, periods, monthsPaid: periods.reduce((sum, { months }) => sum + months, 0) };
  },
  borderCrossings: async ({ subject }, args, context) => {
    const page = context.page(args, { of: 'LifeArchive.borderCrossings', width: 2 });
    return toPage(await context.borderCrossings(page).load(subject), page);
  },
};
