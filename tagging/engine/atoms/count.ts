import { addPeriod, toPeriod } from '../../../subgraphs/kit/civil/period.ts';
import type { Shape } from '../expression.ts';
import { momentAt, type Evaluate, type Place, type Scope } from '../scope.ts';
import { compileRecords } from './records.ts';

/** At least so many records, each of which counts for a duration from its day. */
export const compileCount = (
  { count, where, as, on, within, atLeast }: Shape<'count'>,
  scope: Scope,
  at: Place,
): Evaluate => {
  const period = within === undefined ? null : toPeriod(within);
  return compileRecords(
    scope,
    'count',
    {
      list: count,
      where,
      label: as,
      atLeast,
      term: (inner) => {
        const day = momentAt(inner, on, [...at, 'on']);
        return (record) => {
          const from = day?.of(record) ?? null;
          if (period === null) return [from, Infinity];
          return [from, from === null ? null : addPeriod(from, period)];
        };
      },
    },
    at,
  );
};
