import type { Context } from '../context.ts';
import type { EntryTable } from '../repository.ts';
import type {
  AccountEntriesArgs,
  HousingFundResolvers,
  MedicalInsuranceResolvers,
  PensionResolvers,
} from '../schema.generated.ts';
import { toPage, toRange } from './page-rows.ts';

/** A page of what moved an account of one kind. */
const entriesOf =
  (type: string, table: EntryTable) =>
  async ({ subject }: { subject: string }, args: Partial<AccountEntriesArgs>, context: Context) => {
    const page = context.page(args, { of: `${type}.entries`, width: 2, byDefault: 12 });
    return toPage(await context.entries(table, toRange(args), page).load(subject), page);
  };

export const MedicalInsurance: MedicalInsuranceResolvers = { entries: entriesOf('MedicalInsurance', 'medical_entry') };

export const Pension: PensionResolvers = { entries: entriesOf('Pension', 'pension_entry') };

export const HousingFund: HousingFundResolvers = {
  loan: ({ subject }, _args, { housingLoans }) => housingLoans.load(subject),
  entries: entriesOf('HousingFund', 'housing_entry'),
};
