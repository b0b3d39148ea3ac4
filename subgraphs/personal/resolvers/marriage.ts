import type { MarriageResolvers } from '../schema.generated.ts';

export const Marriage: MarriageResolvers = {
  registeredAt: ({ registeredAt }, _args, { departments }) =>
    registeredAt === null ? null : (departments.get(registeredAt) ?? null),
};
