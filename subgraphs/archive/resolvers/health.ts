import type { HealthRecordResolvers } from '../schema.generated.ts';

export const HealthRecord: HealthRecordResolvers = {
  vaccinations: ({ subject }, _args, { vaccinations }) => vaccinations.load(subject),
  checkUps: async ({ subject }, args, { checkUps, page }) => {
    const { first } = page({ first: args.first }, { of: 'HealthRecord.checkUps', width: 0, byDefault: 5 });
    return (await checkUps.load(subject)).slice(0, first);
  },
  bloodType: async ({ subject }, _args, { healthBasics }) => (await healthBasics.load(subject))?.bloodType ?? null,
  allergies: async ({ subject }, _args, { healthBasics }) => (await healthBasics.load(subject))?.allergies ?? null,
  pregnancies: ({ subject }, _args, { pregnancies }) => pregnancies.load(subject),
};
