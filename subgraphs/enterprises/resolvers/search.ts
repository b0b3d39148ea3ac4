import { badInput } from '../../../schema/errors.ts';
import { checkUscc } from '../../kit/ingest/check/uscc.ts';
import { toConnection } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import { checkSearchedBy, districtToSearch, seesItem } from '../reach.ts';
import { countFound, findPage, type Search } from '../repository.ts';
import type { EnterprisePage } from '../rows.ts';
import type { QueryEnterprisesArgs } from '../schema.generated.ts';
import { toEnterprise } from '../subjects.ts';

const MAX_WORDS = 100;

/** A whole USCC is looked up, anything else is part of a name. Throws BAD_USER_INPUT. */
const toTerm = (search: string | null): Pick<Search, 'uscc' | 'words'> => {
  const term = search?.normalize('NFC').trim() ?? '';
  if (term === '') return { uscc: null, words: null };
  const checked = checkUscc(term);
  if (checked.ok) return { uscc: checked.value, words: null };
  if (term.length < 2 || term.length > MAX_WORDS) {
    throw badInput('search', 'LENGTH', `Give 2 to ${MAX_WORDS} characters of the name, or a whole USCC.`);
  }
  return { uscc: null, words: term };
};

const toDistrict = (district: string | null | undefined): string | null => {
  if (district === null || district === undefined) return null;
  if (/^\d{6}$/.test(district)) return district;
  throw badInput('district', 'DISTRICT', 'A district is six digits of GB/T 2260.');
};

/** A page of what the viewer's purpose covers and the arguments ask for, by name. */
export const searchEnterprises = async (
  args: Partial<QueryEnterprisesArgs>,
  context: Context,
): Promise<EnterprisePage> => {
  const page = context.page(args, { of: 'Query.enterprises', width: 2 });
  const search: Search = {
    ...toTerm(args.search ?? null),
    district: districtToSearch(context, toDistrict(args.district)),
    status: args.status ?? null,
    formerly: seesItem(context, 'Enterprise.formerNames'),
  };
  if (search.words !== null) checkSearchedBy(context, 'Enterprise.name');
  if (search.status !== null) checkSearchedBy(context, 'Enterprise.status');
  const rows = await context.read((executor) => findPage(executor, search, page));
  return {
    ...toConnection(
      rows,
      page,
      ({ name, uscc }) => [name, uscc],
      ({ uscc }) => toEnterprise(uscc),
    ),
    count: () => context.read((executor) => countFound(executor, search)),
  };
};
