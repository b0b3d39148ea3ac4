import { notFound } from '../../../schema/errors.ts';
import { listLicenceKinds } from '../licence-kind.ts';
import type { QueryResolvers } from '../schema.generated.ts';

export const Query: QueryResolvers = {
  licence: async (_root, { id }, { licences, viewer }) => {
    // For `system` the gate asks nobody, so existence is decided here; for everyone else the gate's answer is the only one.
    if (viewer.role === 'system' && (await licences.load(id)) === null) throw notFound();
    return { id };
  },
  licenceKinds: (_root, { holder }) => listLicenceKinds(holder ?? null),
};
