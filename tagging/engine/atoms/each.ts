import type { Shape } from '../expression.ts';
import { momentAt, type Evaluate, type Place, type Scope } from '../scope.ts';
import { compileRecords } from './records.ts';
import { compileSuccessions } from './successions.ts';

/** One interval per record, and what must hold of the record itself within it. */
export const compileEach = (
  { each, where, as, from, until, succeeded, holds }: Shape<'each'>,
  scope: Scope,
  at: Place,
): Evaluate =>
  compileRecords(
    scope,
    'each',
    {
      list: each,
      where,
      label: as,
      atLeast: 1,
      term: (inner) => {
        const begins = momentAt(inner, from, [...at, 'from']);
        const ends = momentAt(inner, until, [...at, 'until']);
        return (record) => [
          begins === null ? -Infinity : begins.of(record),
          ends === null ? Infinity : ends.of(record),
        ];
      },
      ...(succeeded === undefined
        ? {}
        : { successions: (inner) => compileSuccessions(succeeded, inner, [...at, 'succeeded']) }),
      ...(holds === undefined ? {} : { holds: (inner) => inner.compile(holds, [...at, 'holds']) }),
    },
    at,
  );
