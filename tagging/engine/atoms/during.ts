import { addPeriod, toPeriod, type Period } from '../../../subgraphs/kit/civil/period.ts';
import type { Day } from '../../../subgraphs/kit/civil/day.ts';
import { findFactType, factPathsOf, readFact, type Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../../subgraphs/kit/ingest/nearest-name.ts';
import type { Shape } from '../expression.ts';
import { RuleFault } from '../fault.ts';
import { itemsOf, momentAt, type Evaluate, type Place, type Scope } from '../scope.ts';
import { layer, type Label } from '../timeline.ts';
import { spanOf } from './spans.ts';

type Term = (record: Facts) => readonly [from: Day | null, until: Day | null];

/** One interval between two days of the record that is spoken of. */
export const compileDuring = ({ during, as }: Shape<'during'>, scope: Scope, at: Place): Evaluate => {
  const begins = momentAt(scope, during.from, [...at, 'during', 'from']);
  const ends = momentAt(scope, during.until, [...at, 'during', 'until']);
  const items = itemsOf(scope, [...(begins?.reads ?? []), ...(ends?.reads ?? [])]);
  return ofTerm(items[0] ?? null, as ?? null, (record) => [
    begins === null ? -Infinity : begins.of(record),
    ends === null ? Infinity : ends.of(record),
  ]);
};

const DAY: Period = { months: 0, days: 1 };

/** From an age until another. */
export const compileAge = ({ age }: Shape<'age'>, scope: Scope, at: Place): Evaluate => {
  const path = age.of.split('.');
  const type = findFactType(scope.type, path);
  if (type?.kind !== 'day')
    throw new RuleFault(expectedInstead('a day of birth', age.of, factPathsOf(scope.type)), [...at, 'age', 'of']);
  const reach = (duration: string | undefined, whenNone: Day) => {
    if (duration === undefined) return () => whenNone;
    const period = toPeriod(duration);
    return (born: Day) => addPeriod(addPeriod(born, period), age.reached === 'BIRTHDAY' ? { months: 0, days: 0 } : DAY);
  };
  // Nobody has an age before birth.
  const begins = age.from === undefined ? (born: Day) => born : reach(age.from, -Infinity);
  const ends = reach(age.until, Infinity);
  return ofTerm(type.item, null, (record) => {
    const born = readFact(record, path);
    return typeof born === 'number' ? [begins(born), ends(born)] : [null, null];
  });
};

const ofTerm = (item: string | null, label: Label | null, term: Term): Evaluate => {
  return (record) => {
    const span = spanOf(...term(record), true, (from, until) => ({
      item,
      label,
      record: null,
      value: null,
      from,
      until,
    }));
    return layer(span === null ? [] : [span], 1, []);
  };
};
