import type { HouseholdResolvers, PremiseResolvers } from '../schema.generated.ts';

export const Household: HouseholdResolvers = {
  members: async ({ registerNo, kind, subject }, _args, { householdMembers }) =>
    // Thousands of strangers may share a collective register, of an employer or a school.
    kind === 'COLLECTIVE' ? [{ id: subject }] : (await householdMembers.load(registerNo)).map(({ id }) => ({ id })),
};

export const Premise: PremiseResolvers = {
  owners: async ({ id }, _args, { premiseOwners }) => (await premiseOwners.load(id)).map((owner) => ({ id: owner.id })),
};
