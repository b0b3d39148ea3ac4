import type { CitizenResolvers, EnterpriseResolvers } from '../schema.generated.ts';
import { findHeldTags } from './held-tags.ts';

export const Citizen: CitizenResolvers = {
  tags: ({ id }, args, context) => findHeldTags(context, 'Citizen', id, args),
  personalisation: async ({ id }, _args, { preferences }) => (await preferences.load(id))?.isPersonalised ?? true,
};

export const Enterprise: EnterpriseResolvers = {
  tags: ({ uscc }, args, context) => findHeldTags(context, 'Enterprise', uscc, args),
};
