import type { HouseholdResolvers, PremiseResolvers } from '../schema.generated.ts';

export const Household: HouseholdResolvers = {
  members: async ({ registerNo }, _args, { householdMembers }) =>
    (await householdMembers.load(registerNo)).map(({ id }) => ({ id })),
};

export const Premise: PremiseResolvers = {
  owners: async ({ id }, _args, { premiseOwners }) => (await premiseOwners.load(id)).map((owner) => ({ id: owner.id })),
};
