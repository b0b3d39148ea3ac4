import type { SocialInsuranceResolvers } from '../schema.generated.ts';
import { toPage, toRange } from './page-rows.ts';

export const SocialInsurance: SocialInsuranceResolvers = {
  contributions: async ({ subject }, args, context) => {
    const page = context.page(args, { of: 'SocialInsurance.contributions', width: 2, byDefault: 12 });
    return toPage(await context.contributions(toRange(args), page).load(subject), page);
  },
};
