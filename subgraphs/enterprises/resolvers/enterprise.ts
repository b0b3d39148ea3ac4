import { readListSize, toConnection } from '../../kit/paging.ts';
import { findBeneficialOwners } from '../beneficial-owners.ts';
import { districtWithin } from '../reach.ts';
import { splitScope } from '../scope-items.ts';
import type { EnterpriseConnectionResolvers, EnterpriseResolvers } from '../schema.generated.ts';
import { toCitizen, toEnterprise } from '../subjects.ts';

/** Fields that are not in the enterprise's own row. */
export const Enterprise: EnterpriseResolvers = {
  formerNames: ({ uscc }, _args, { formerNames }) => formerNames.load(uscc),
  scopeItems: async ({ uscc }, _args, { enterprises }) => {
    const scope = (await enterprises.load(uscc))?.scope ?? null;
    return scope === null ? null : splitScope(scope);
  },
  legalRepresentative: async ({ uscc }, _args, { representatives }) => {
    const representative = await representatives.load(uscc);
    return representative === null ? null : toCitizen(representative.citizenId);
  },
  handlers: ({ uscc }, args, { mandates }) => mandates(readListSize(args)).load(uscc),
  shareholders: ({ uscc }, args, { shareholders }) => shareholders(readListSize(args)).load(uscc),
  investments: ({ uscc }, args, { investments }) => investments(readListSize(args)).load(uscc),
  beneficialOwners: async ({ uscc }, _args, { ownership }) =>
    findBeneficialOwners(uscc, await ownership.load(uscc)).map(({ citizen, ...owner }) => ({
      ...owner,
      citizen: toCitizen(citizen),
    })),
  branches: async ({ uscc }, args, { branches, branchCounts, ...asker }) => {
    const page = asker.page(args, { of: 'Enterprise.branches', width: 1 });
    const rows = (await branches(page).load(uscc)).map(({ row }) => row);
    return {
      ...toConnection(
        rows,
        page,
        (row) => [row.uscc],
        (row) => toEnterprise(row.uscc),
      ),
      count: async () =>
        asker.viewer.role === 'citizen' ? null : ((await branchCounts(districtWithin(asker)).load(uscc))?.count ?? 0),
    };
  },
  annualReports: ({ uscc }, _args, { annualReports }) => annualReports.load(uscc),
  penalties: ({ uscc }, args, { penalties }) => penalties(readListSize(args)).load(uscc),
  listings: ({ uscc }, args, { listings }) => listings(readListSize(args)).load(uscc),
  employees: async ({ uscc }, _args, { annualReports }) =>
    (await annualReports.load(uscc)).find(({ employees }) => employees !== null)?.employees ?? null,
  timeline: async ({ uscc }, args, context) => {
    const page = context.page(args, { of: 'Enterprise.timeline', width: 2, byDefault: 50 });
    const rows = (await context.timelines(args.kinds ?? null, page).load(uscc)).map(({ row }) => row);
    return toConnection(
      rows,
      page,
      ({ at, id }) => [at, id],
      (row) => row,
    );
  },
};

export const EnterpriseConnection: EnterpriseConnectionResolvers = { totalCount: (page) => page.count() };
