import { addPeriod, reversed, toPeriod } from '../../subgraphs/kit/civil/period.ts';
import { dayOf, partsOf, type Day } from '../../subgraphs/kit/civil/day.ts';
import {
  findFactType,
  readFact,
  factPathsOf,
  type Facts,
  type RecordFact,
} from '../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../subgraphs/kit/ingest/nearest-name.ts';

/** A day of a record: null where the fact is missing. */
export interface Moment {
  readonly of: (record: Facts) => Day | null;
  /** Paths of the facts it reads. */
  readonly reads: readonly string[];
}

const NAME = /^[A-Za-z][\w.]*/;
const STEP = /^\s*(?:([+-])\s*(P\w+)|next\s+(\d{2})-(\d{2}))/;
const ENDS: Readonly<Record<string, Day>> = { never: Infinity, always: -Infinity };

/**
 * Compiles days such as `validUntil - P90D`, `birthDate + P6Y1D next 09-01` (the first 1 September on or after it) and
 * `endedAt ?? expected ?? never`: the first fact that is there decides; `never` comes after all days, `always` before them.
 * A number stands for 1 January of that year. Throws a TypeError that says what was expected.
 */
export const compileMoment = (source: string, type: RecordFact): Moment => {
  const terms = source.split('??').map((term) => compileTerm(term.trim(), type));
  return {
    reads: terms.flatMap(({ reads }) => reads),
    of: (record) => {
      for (const term of terms) {
        const day = term.of(record);
        if (day !== null) return day;
      }
      return null;
    },
  };
};

const compileTerm = (source: string, type: RecordFact): Moment => {
  const end = ENDS[source];
  if (end !== undefined) return { reads: [], of: () => end };
  const name = NAME.exec(source)?.[0];
  if (name === undefined)
    throw new TypeError(`expected a day such as validUntil - P90D ?? never, got ${source === '' ? 'nothing' : source}`);
  const path = name.split('.');
  const fact = findFactType(type, path);
  if (fact === null) throw new TypeError(expectedInstead('a fact', name, factPathsOf(type)));
  if (fact.kind !== 'day' && fact.kind !== 'number')
    throw new TypeError(`expected a day, but ${name} is a ${fact.kind}`);
  const toFirst = fact.kind === 'day' ? (day: number) => day : (year: number) => dayOf(year, 1, 1);
  const steps = stepsOf(source.slice(name.length));
  return {
    reads: [name],
    of: (record) => {
      const value = readFact(record, path);
      return typeof value === 'number' ? steps.reduce((day, step) => step(day), toFirst(value)) : null;
    },
  };
};

type Step = (day: Day) => Day;

const stepsOf = (source: string): readonly Step[] => {
  if (source.trim() === '') return [];
  const [whole, sign, duration, month, dayOfMonth] = STEP.exec(source) ?? [];
  if (whole === undefined) throw new TypeError(`expected + P90D, - P90D or next 09-01, got ${source.trim()}`);
  const step = duration === undefined ? nextAnniversary(Number(month), Number(dayOfMonth)) : shift(sign, duration);
  return [step, ...stepsOf(source.slice(whole.length))];
};

const shift = (sign: string | undefined, duration: string): Step => {
  const period = sign === '-' ? reversed(toPeriod(duration)) : toPeriod(duration);
  return (day) => addPeriod(day, period);
};

const nextAnniversary = (month: number, dayOfMonth: number): Step => {
  if (partsOf(dayOf(2000, month, dayOfMonth))[1] !== month)
    throw new TypeError(`expected a day of the year, MM-DD, got ${String(month)}-${String(dayOfMonth)}`);
  return (day) => {
    const [year] = partsOf(day);
    const here = dayOf(year, month, dayOfMonth);
    return here >= day ? here : dayOf(year + 1, month, dayOfMonth);
  };
};
