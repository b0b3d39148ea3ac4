import { AppError, unavailable } from '../../../schema/errors.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { coversCity } from '../../kit/directory/district.ts';
import type { Context } from '../context.ts';
import type { Duty } from '../repository.ts';

/** What this member of staff may decide; throws FORBIDDEN for who belongs to no department. */
export const dutyOf = ({ department, district, today }: Viewer): Duty => {
  if (department === null)
    throw new AppError('FORBIDDEN', 'Only staff of a department decide.', { missing: 'department' });
  return { department, today, district: coversCity(district) ? 'all' : district };
};

/** Finds what the viewer is to these people, which the gates go by; UNAVAILABLE while the directory cannot tell. */
export const relateAll = async ({ access }: Context, subjects: readonly string[]): Promise<void> => {
  const relations = await Promise.all(subjects.map((subject) => access.relate('Citizen', subject)));
  if (relations.includes('STALE')) throw unavailable();
};
