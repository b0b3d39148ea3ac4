import { dayOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';

/** A year of a block: what happens in it is drawn first and then done day by day, so that each event finds what the ones before it left. */
export interface Year {
  readonly year: number;
  readonly random: Random;
  /** Does something on a day of the year, a random one if none is given. */
  on(act: (day: Day) => void, day?: Day): void;
  /** Does all that was drawn, but not what lies after `today`. */
  pass(today: Day): void;
}

export const createYear = (year: number, random: Random): Year => {
  const first = dayOf(year, 1, 1);
  const length = dayOf(year, 12, 31) - first + 1;
  const events: { day: Day; act: (day: Day) => void }[] = [];
  return {
    year,
    random,
    on: (act, day = first + random.below(length)) => events.push({ day, act }),
    pass: (today) => {
      events.sort((one, other) => one.day - other.day);
      for (const { day, act } of events) if (day <= today) act(day);
    },
  };
};
