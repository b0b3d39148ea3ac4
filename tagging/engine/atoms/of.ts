import { factPathsOf, findFactType, readFact, type Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../../subgraphs/kit/ingest/nearest-name.ts';
import type { Shape } from '../expression.ts';
import { RuleFault } from '../fault.ts';
import { groundOfItem, type Evaluate, type Place, type Scope } from '../scope.ts';
import { always, UNKNOWN } from '../timeline.ts';

/** What holds of another record that the facts have; UNKNOWN while they have none. */
export const compileOf = ({ of, holds }: Shape<'of'>, scope: Scope, at: Place): Evaluate => {
  const path = of.split('.');
  const type = findFactType(scope.type, path);
  if (type?.kind !== 'record')
    throw new RuleFault(expectedInstead('a record among the facts', of, factPathsOf(scope.type)), [...at, 'of']);
  const evaluate = scope.within(type).compile(holds, [...at, 'holds']);
  const unknown = always(UNKNOWN, [groundOfItem(type.item)]);
  return (record, run) => {
    const other = readFact(record, path);
    return other === undefined ? unknown : evaluate(other as Facts, run);
  };
};
