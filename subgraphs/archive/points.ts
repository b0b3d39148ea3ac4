import type { DecidedViolationRow, TrafficRecordRow } from './rows.ts';

/** The anniversary of a day in a year; of 29 February in a common year 1 March. */
const anniversaryIn = (year: number, day: string): string => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${String(year)}-${day.endsWith('-02-29') && !isLeap ? '03-01' : day.slice(5)}`;
};

/** The cycle of twelve months from the first licence in which a day lies: [since, until). */
export const cycleOf = (licensedOn: string, day: string): { since: string; until: string } => {
  const year = Number(day.slice(0, 4));
  const first = anniversaryIn(year, licensedOn) <= day ? year : year - 1;
  return { since: anniversaryIn(first, licensedOn), until: anniversaryIn(first + 1, licensedOn) };
};

/**
 * 累积记分 on a day. Points of earlier cycles are carried over as long as their fine was unpaid when the next one began
 * (道路交通安全法实施条例 第二十三条、第二十四条); what was decided before an examination for twelve points is cleared.
 */
export const pointsOn = (
  day: string,
  { licensedOn, clearedOn }: Pick<TrafficRecordRow, 'licensedOn' | 'clearedOn'>,
  violations: readonly Omit<DecidedViolationRow, 'subject'>[],
): number => {
  if (licensedOn === null) return 0;
  const { since } = cycleOf(licensedOn, day);
  return violations
    .filter(({ servedOn }) => servedOn <= day && (clearedOn === null || clearedOn > day || servedOn > clearedOn))
    .filter(({ on, paidOn }) => on >= since || paidOn === null || paidOn >= since)
    .reduce((sum, { points }) => sum + points, 0);
};
