import type { LicenceResolvers } from '../schema.generated.ts';

/** Fields that are not in the licence's own row. */
export const Licence: LicenceResolvers = {
  statusChanges: ({ id }, _args, { statusChanges }) => statusChanges.load(id),
  endorsements: ({ id }, _args, { endorsements }) => endorsements.load(id),
};
