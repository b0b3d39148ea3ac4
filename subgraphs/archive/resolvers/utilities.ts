import type { UtilityAccountResolvers } from '../schema.generated.ts';
import { toPage } from './page-rows.ts';

export const UtilityAccount: UtilityAccountResolvers = {
  bills: async ({ subject, utility, number }, args, context) => {
    const page = context.page(args, { of: 'UtilityAccount.bills', width: 2, byDefault: 12 });
    return toPage(await context.bills(page).load(JSON.stringify([subject, utility, number])), page);
  },
};
