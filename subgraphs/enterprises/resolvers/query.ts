import { badInput, notFound } from '../../../schema/errors.ts';
import { checkUscc } from '../../kit/ingest/check/uscc.ts';
import type { QueryResolvers } from '../schema.generated.ts';
import { searchEnterprises } from './search.ts';

const MAX_BATCH = 1_000;

/** The canonical form of a USCC. Throws BAD_USER_INPUT. */
export const toUscc = (field: string, text: string): string => {
  const checked = checkUscc(text.trim());
  if (!checked.ok) throw badInput(field, 'USCC', 'This is not a USCC of GB 32100.');
  return checked.value;
};

export const Query: QueryResolvers = {
  enterprise: async (_root, args, { enterprises, viewer }) => {
    const uscc = toUscc('uscc', args.uscc);
    // For `system` the gate asks nobody, so existence is decided here; for everyone else the gate's answer is the only one.
    if (viewer.role === 'system' && (await enterprises.load(uscc)) === null) throw notFound();
    return { uscc };
  },
  enterprisesByUscc: async (_root, { usccs }, { enterprises }) => {
    if (usccs.length > MAX_BATCH) {
      throw badInput('usccs', 'COUNT', `At most ${MAX_BATCH} at a time, but got: ${usccs.length}.`);
    }
    const found = await Promise.all(usccs.map((uscc) => enterprises.load(uscc)));
    return found.map((row) => (row === null ? null : { uscc: row.uscc }));
  },
  enterprises: (_root, args, context) => searchEnterprises(args, context),
};
