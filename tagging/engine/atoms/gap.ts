import { addPeriod, toPeriod } from '../../../subgraphs/kit/civil/period.ts';
import type { Shape } from '../expression.ts';
import { momentAt, type Evaluate, type Place, type Scope } from '../scope.ts';
import { both, not } from '../timeline.ts';
import { compileRecords } from './records.ts';

/** No record for longer than a duration, after there was one. */
export const compileGap = (
  { gap, where, as, from, until, longerThan }: Shape<'gap'>,
  scope: Scope,
  at: Place,
): Evaluate => {
  const period = toPeriod(longerThan);
  const term = (isAfter: boolean) => (inner: Scope) => {
    const begins = momentAt(inner, from, [...at, 'from']);
    const ends = momentAt(inner, until, [...at, 'until']);
    return (record: Parameters<NonNullable<typeof ends>['of']>[0]) => {
      const end = ends?.of(record) ?? null;
      const over = end === null ? null : addPeriod(end, period);
      return isAfter ? ([over, Infinity] as const) : ([begins?.of(record) ?? null, over] as const);
    };
  };
  const records = { list: gap, where, label: as, atLeast: 1 };
  const after = compileRecords(scope, 'gap', { ...records, term: term(true) }, at);
  const during = compileRecords(scope, 'gap', { ...records, term: term(false) }, at);
  return (record, run) => both(after(record, run), not(during(record, run)));
};
