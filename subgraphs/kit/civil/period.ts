import { dayOf, partsOf, type Day } from './day.ts';

/** A length of civil time; negative ones count back. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Reads an ISO 8601 duration of whole days, e.g. `P60Y` or `P1M15D`; throws a TypeError on anything else. */
export const toPeriod = (duration: string): Period => {
  const parts: (string | undefined)[] | undefined = PERIOD.exec(duration)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined))
    throw new TypeError(
      `Expected an ISO 8601 duration of years, months, weeks or days such as P60Y, but got: ${duration}`,
    );
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part) => Number(part ?? 0));
  return { months: years * 12 + months, days: weeks * 7 + days };
};

/** The same length of time, counted back. */
export const reversed = ({ months, days }: Period): Period => ({ months: 0 - months, days: 0 - days });

/**
 * The day a period after another. Months come first; where the month has no such day it is the first of the next one, so
 * that a person born on 29 February is a year older on 1 March, and a term of months whose last day is the month's last
 * (Civil Code 202) is over on the first. What lies before or after all days stays there.
 */
export const addPeriod = (day: Day, { months, days }: Period): Day => {
  if (months === 0 || !Number.isFinite(day)) return day + days;
  const [year, month, dayOfMonth] = partsOf(day);
  const ordinal = year * 12 + month - 1 + months;
  const first = dayOf(Math.floor(ordinal / 12), (ordinal % 12) + 1, 1);
  const next = dayOf(Math.floor((ordinal + 1) / 12), ((ordinal + 1) % 12) + 1, 1);
  return Math.min(first + dayOfMonth - 1, next) + days;
};
