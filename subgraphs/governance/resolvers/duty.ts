import { AppError, unavailable } from '../../../schema/errors.ts';
import { coversCity } from '../../kit/directory/district.ts';
import type { Context } from '../context.ts';
import type { Duty } from '../repository.ts';

const WORDS = 'Objection.claim';

/** What this member of staff may decide; throws FORBIDDEN for who belongs to no department, or whose purpose is another. */
export const dutyOf = ({ viewer, access, catalogue }: Context): Duty => {
  const { department, district, today } = viewer;
  if (department === null)
    throw new AppError('FORBIDDEN', 'Only staff of a department decide.', { missing: 'department' });
  const item = catalogue.items.get(WORDS);
  if (item === undefined || access.refusal('OWN_DISTRICT', [item.index]) !== null)
    throw new AppError('FORBIDDEN', 'This item is not granted to you here.', { missing: `grant:${WORDS}` });
  return { department, today, district: coversCity(district) ? 'all' : district };
};

/** Finds what the viewer is to these people, which the gates go by; UNAVAILABLE while the directory cannot tell. */
export const relateAll = async ({ access }: Context, subjects: readonly string[]): Promise<void> => {
  const relations = await Promise.all(subjects.map((subject) => access.relate('Citizen', subject)));
  if (relations.includes('STALE')) throw unavailable();
};
