import { badInput, notFound } from '../../../schema/errors.ts';
import { checkIdNumber } from '../../kit/ingest/check/id-number.ts';
import type { QueryResolvers } from '../schema.generated.ts';

const MAX_BATCH = 1_000;

/** An id that nobody has: what is unknown goes through the same gate as what is known. */
const NOBODY = 'c1_nobody';

const checkBatch = (field: string, size: number): void => {
  if (size > MAX_BATCH) throw badInput(field, 'COUNT', `At most ${MAX_BATCH} at a time, but got: ${size}.`);
};

/** For `system` the gate asks nobody, so existence is decided here; for everyone else the gate's answer is the only one. */
const toFile = (found: string | null, asked: string, role: string) => {
  if (found === null && role === 'system') throw notFound();
  return { id: found ?? asked };
};

export const Query: QueryResolvers = {
  citizen: async (_root, { id }, { survivors, viewer }) =>
    toFile((await survivors.load(id))?.survivor ?? null, id, viewer.role),
  citizens: async (_root, { ids }, { survivors }) => {
    checkBatch('ids', ids.length);
    const found = await Promise.all(ids.map((id) => survivors.load(id)));
    return found.map((person) => (person === null ? null : { id: person.survivor }));
  },
  findCitizen: async (_root, { idNumber }, { findIdsByNumbers, viewer }) => {
    const checked = checkIdNumber(idNumber.trim());
    if (!checked.ok) throw badInput('idNumber', 'ID_NUMBER', 'This is not an ID number of GB 11643.');
    const [found = null] = await findIdsByNumbers([checked.value]);
    return toFile(found, NOBODY, viewer.role);
  },
  citizensByIdNumber: async (_root, { idNumbers }, { findIdsByNumbers }) => {
    checkBatch('idNumbers', idNumbers.length);
    const checked = idNumbers.map((idNumber) => checkIdNumber(idNumber));
    const found = await findIdsByNumbers(checked.map((each) => (each.ok ? each.value : '')));
    return found.map((id) => (id === null ? null : { id }));
  },
};
