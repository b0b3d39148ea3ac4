import type { Education } from '../schema.generated.ts';
import type { EnrolmentRow } from '../rows.ts';

/** Levels of GB/T 4658 from none to the highest. */
const LEVELS: readonly Education[] = [
  'NONE',
  'PRIMARY',
  'JUNIOR_SECONDARY',
  'VOCATIONAL',
  'SENIOR_SECONDARY',
  'COLLEGE',
  'BACHELOR',
  'MASTER',
  'DOCTORATE',
];

/** The highest level completed by a day: by the enrolment register, or as the population register recorded it. */
export const highestEducationOn = (
  day: string,
  enrolments: readonly Pick<EnrolmentRow, 'stage' | 'until' | 'graduated'>[],
  recorded: Education | null,
): Education | null => {
  const completed = enrolments.flatMap(({ stage, until, graduated }) =>
    graduated === true && until !== null && until <= day ? [stage] : [],
  );
  const levels = [...completed, ...(recorded === null ? [] : [recorded])].map((level) => LEVELS.indexOf(level));
  return LEVELS[Math.max(...levels)] ?? null;
};
