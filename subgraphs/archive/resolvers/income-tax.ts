import type { IncomeTaxResolvers } from '../schema.generated.ts';

export const IncomeTax: IncomeTaxResolvers = {
  years: ({ years }, args, { page }) =>
    years.slice(0, page({ first: args.first }, { of: 'IncomeTax.years', width: 0, byDefault: 5 }).first),
};
