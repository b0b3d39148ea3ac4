import type { Day } from '../../../subgraphs/kit/civil/day.ts';
import { factPathsOf, findFactType, readFact, type Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../../subgraphs/kit/ingest/nearest-name.ts';
import type { Shape } from '../expression.ts';
import { RuleFault } from '../fault.ts';
import { momentAt, type Place, type Scope } from '../scope.ts';

type Succeeded = NonNullable<Shape<'each'>['succeeded']>;

/**
 * The day on which each record of a list is succeeded by the next that has the same value; Infinity where none is. What has
 * no day, or no value, succeeds nothing and is not succeeded.
 */
export const compileSuccessions = (
  { by, on }: Succeeded,
  scope: Scope,
  at: Place,
): ((records: readonly Facts[]) => readonly Day[]) => {
  const path = by.split('.');
  if (findFactType(scope.type, path) === null)
    throw new RuleFault(expectedInstead('a fact', by, factPathsOf(scope.type)), [...at, 'by']);
  const moment = momentAt(scope, on, [...at, 'on']);
  return (records) => {
    const days = records.map((record) => moment?.of(record) ?? Infinity);
    const values = records.map((record) => readFact(record, path));
    return records.map((_, index) => {
      const own = days[index] ?? Infinity;
      const later = days.filter(
        (day, other) => day > own && values[index] !== undefined && values[other] === values[index],
      );
      return Math.min(Infinity, ...later);
    });
  };
};
