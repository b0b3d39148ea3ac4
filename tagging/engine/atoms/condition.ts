import { toCivil } from '../../../subgraphs/kit/civil/day.ts';
import { findFactType, readFact, type Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import type { Shape } from '../expression.ts';
import { conditionAt, groundOfItem, type Evaluate, type Place, type Scope } from '../scope.ts';
import { always, IN, OUT, UNKNOWN, type Ground } from '../timeline.ts';

/** A guard without time: what it reads are its grounds, with their values. */
export const compileCondition = (expression: Shape<'if'>, scope: Scope, at: Place): Evaluate => {
  const condition = conditionAt(scope, expression.if, [...at, 'if']);
  const read = (condition?.reads ?? []).map((path) => {
    const names = path.split('.');
    const type = findFactType(scope.type, names);
    return { names, isDay: type?.kind === 'day', ground: groundOfItem(type?.item ?? null, expression.as) };
  });
  const groundsOf = (record: Facts): Ground[] =>
    read.map(({ names, isDay, ground }) => {
      const value = readFact(record, names);
      if (!isPlain(value)) return ground;
      return { ...ground, value: isDay ? toCivil(Number(value)) : String(value) };
    });
  return (record) => {
    const answer = condition?.evaluate(record) ?? null;
    return always(answer === null ? UNKNOWN : answer ? IN : OUT, groundsOf(record));
  };
};

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
