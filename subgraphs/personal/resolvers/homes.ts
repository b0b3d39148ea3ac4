import { readListSize } from '../../kit/paging.ts';
import type { HouseholdResolvers, PremiseResolvers } from '../schema.generated.ts';

export const Household: HouseholdResolvers = {
  members: async ({ registerNo, kind, subject }, args, { householdMembers }) => {
    const first = readListSize(args);
    // Thousands of strangers may share a collective register, of an employer or a school.
    if (kind === 'COLLECTIVE') return [{ id: subject }].slice(0, first);
    return (await householdMembers(first).load(registerNo)).map(({ id }) => ({ id }));
  },
};

export const Premise: PremiseResolvers = {
  owners: async ({ id }, args, { premiseOwners }) =>
    (await premiseOwners(readListSize(args)).load(id)).map((owner) => ({ id: owner.id })),
};
