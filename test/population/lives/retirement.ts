import { addMonths, addYears, monthIndexOf, type Day } from '../days.ts';

/**
 * Statutory retirement, 国务院关于渐进式延迟法定退休年龄的办法 (in force since 2025-01-01): men from 60 to 63 and women from 55
 * to 58 by a month for every four, women from 50 to 55 by a month for every two, each counted from the month in which
 * the age that held before would have been reached.
 */
export type Worker = 'MAN' | 'WOMAN_55' | 'WOMAN_50';

const RULES: Readonly<Record<Worker, { age: number; every: number; most: number }>> = {
  MAN: { age: 60, every: 4, most: 36 },
  WOMAN_55: { age: 55, every: 4, most: 36 },
  WOMAN_50: { age: 50, every: 2, most: 60 },
};
const IN_FORCE = 2025 * 12;

/** The day on which the age before the reform is reached, and the one that holds. */
export const retirementDays = (born: Day, worker: Worker): { before: Day; statutory: Day } => {
  const { age, every, most } = RULES[worker];
  const before = addYears(born, age);
  const months = monthIndexOf(before) - IN_FORCE;
  const delay = months < 0 ? 0 : Math.min(most, Math.floor(months / every) + 1);
  return { before, statutory: addMonths(before, delay) };
};

/** Months of contributions that a pension takes: 180, and from 2030 six more each year until 240. */
export const monthsForPension = (year: number): number => Math.min(240, 180 + Math.max(0, year - 2029) * 6);
