import { toConnection } from '../../kit/paging.ts';
import type { CitizenResolvers, HoldingConnectionResolvers } from '../schema.generated.ts';

export const Citizen: CitizenResolvers = {
  enterprises: async ({ id }, args, { holdings, holdingCounts, ...context }) => {
    const page = context.page(args, { of: 'Citizen.enterprises', width: 4 });
    const roles = args.roles ?? null;
    const rows = (await holdings(roles, page).load(id)).map(({ row }) => row);
    return {
      ...toConnection(
        rows,
        page,
        ({ since, enterprise, role, record }) => [since, enterprise.uscc, role, record],
        (row) => row,
      ),
      count: async () => (await holdingCounts(roles).load(id))?.count ?? 0,
    };
  },
};

export const HoldingConnection: HoldingConnectionResolvers = { totalCount: (page) => page.count() };
