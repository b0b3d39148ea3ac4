import type { Day } from '../../../subgraphs/kit/civil/day.ts';
import { IN, UNKNOWN, type Ground, type Span } from '../timeline.ts';

/**
 * What a record says of a term: IN from its first day until the day after its last. Days on which a missing end would decide
 * are UNKNOWN, as are those between the ends of a record that ends before it begins: it contradicts itself.
 */
export const spanOf = (
  from: Day | null,
  until: Day | null,
  isCertain: boolean,
  groundOf: (from: Day, until: Day) => Ground,
): Span | null => {
  const [begin, end] = [from ?? -Infinity, until ?? Infinity];
  if (begin === end) return null;
  const [first, last] = begin < end ? [begin, end] : [end, begin];
  const isKnown = isCertain && from !== null && until !== null && begin < end;
  return { from: first, until: last, state: isKnown ? IN : UNKNOWN, grounds: [groundOf(begin, end)] };
};
