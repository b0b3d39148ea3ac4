import { badInput } from '../../../schema/errors.ts';
import { toConnection } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import { KINDS } from '../kinds.ts';
import type {
  CitizenLicencesArgs,
  CitizenResolvers,
  EnterpriseResolvers,
  LicenceConnectionResolvers,
} from '../schema.generated.ts';

const checkKinds = (kinds: readonly string[]): readonly string[] => {
  const unknown = kinds.find((kind) => !KINDS.has(kind));
  if (unknown !== undefined) throw badInput('kinds', 'KIND', `There is no kind of licences ${unknown}.`);
  return kinds;
};

/** The licences of a holder, by a citizen id or a USCC. */
const listLicences = async (holder: string, of: string, args: CitizenLicencesArgs, context: Context) => {
  const page = context.page(args, { of, width: 2, byDefault: 50 });
  const kinds = args.kinds ?? null;
  const filter = { kinds: kinds === null ? null : checkKinds(kinds), validOn: args.validOn ?? null };
  const rows = await context.pages(filter, page).load(holder);
  return {
    ...toConnection(
      rows,
      page,
      ({ issuedOn, id }) => [issuedOn, id],
      ({ id }) => ({ id }),
    ),
    count: async () => (await context.counts(filter).load(holder))?.count ?? 0,
  };
};

export const Citizen: CitizenResolvers = {
  licences: ({ id }, args, context) => listLicences(id, 'Citizen.licences', args, context),
};

export const Enterprise: EnterpriseResolvers = {
  licences: ({ uscc }, args, context) => listLicences(uscc, 'Enterprise.licences', args, context),
};

export const LicenceConnection: LicenceConnectionResolvers = { totalCount: (page) => page.count() };
