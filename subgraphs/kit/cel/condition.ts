import { Environment, EvaluationError, type ASTNode } from '@marcbachmann/cel-js';
import { toDay } from '../civil/day.ts';
import { findFactType, type FactType, type Facts, type RecordFact } from '../facts/fact-type.ts';
import { pathOf, toClosure } from './closure.ts';

/** A condition over one record: true, false, or null where a missing fact decides (Kleene's three values). */
export interface Condition {
  readonly source: string;
  /** Paths of the facts it reads, e.g. `household.province`. */
  readonly reads: readonly string[];
  readonly evaluate: (record: Facts) => boolean | null;
}

/** A condition that cannot be: `start` and `end` are characters of its source. */
export class ConditionError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.name = 'ConditionError';
    this.start = start;
    this.end = end;
  }
}

/** Codes with which an evaluation says that a fact is missing; anything else is a fault of the rule or of the fact. */
const MISSING = new Set(['unknown_variable', 'no_such_key']);

/**
 * Compiles conditions in CEL (cel.dev) over records of one type. Wrong names, types and values of an enum are refused at
 * once with a ConditionError. Numbers are doubles, days are numbers, written `date("2015-07-01")` in a condition.
 */
export const createConditionCompiler = (type: RecordFact): ((source: string) => Condition) => {
  const environment = createEnvironment(type);
  return (source) => {
    const parsed = orRefuse(source, () => environment.parse(source));
    const checked = parsed.check();
    if (!checked.valid) throw toConditionError(source, checked.error);
    if (checked.type !== 'bool')
      throw new ConditionError(
        `expected a condition, true or false, got ${checked.type ?? 'nothing'}`,
        0,
        source.length,
      );
    refuseUnknownValues(parsed.ast, type);
    const closure = toClosure(parsed.ast);
    return {
      source,
      reads: readsOf(parsed.ast),
      evaluate: closure === null ? (record) => evaluate(parsed, record) : (record) => toAnswer(closure(record)),
    };
  };
};

const toAnswer = (value: unknown): boolean | null => (value === undefined ? null : value === true);

const evaluate = (condition: (record: Facts) => unknown, record: Facts): boolean | null => {
  try {
    return condition(record) === true;
  } catch (error) {
    if (error instanceof EvaluationError && MISSING.has(error.code)) return null;
    throw error;
  }
};

const createEnvironment = (type: RecordFact): Environment => {
  const environment = new Environment({ unlistedVariablesAreDyn: false });
  environment.registerFunction('date(string): double', toDay);
  let records = 0;
  const nameOf = (fact: FactType): string => {
    if (fact.kind === 'list') return `list<${nameOf(fact.of)}>`;
    if (fact.kind !== 'record') return CEL_TYPES[fact.kind];
    const name = `Record${records++}`;
    const fields = Object.fromEntries(Object.entries(fact.fields).map(([field, of]) => [field, nameOf(of)]));
    environment.registerType(name, { fields });
    return name;
  };
  for (const [name, fact] of Object.entries(type.fields)) environment.registerVariable(name, nameOf(fact));
  return environment;
};

const CEL_TYPES = { string: 'string', number: 'double', boolean: 'bool', day: 'double' } as const;

const orRefuse = <Value>(source: string, act: () => Value): Value => {
  try {
    return act();
  } catch (error) {
    throw toConditionError(source, error);
  }
};

const toConditionError = (source: string, error: unknown): ConditionError => {
  const {
    message = 'wrong',
    summary,
    range,
  } = (error ?? {}) as {
    message?: string;
    summary?: string;
    range?: { start: number; end: number };
  };
  return new ConditionError(
    summary ?? message.split('\n')[0] ?? message,
    range?.start ?? 0,
    range?.end ?? source.length,
  );
};

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value;

const operandsOf = (node: ASTNode): ASTNode[] =>
  ([node.args] as unknown[]).flat(3).filter((each): each is ASTNode => isNode(each));

const readsOf = (node: ASTNode): string[] => {
  const path = pathOf(node);
  return [...new Set(path === null ? operandsOf(node).flatMap(readsOf) : [path])];
};

/** Refuses a comparison of an enum with a word that it does not have: it would be false for ever. */
const refuseUnknownValues = (node: ASTNode, type: RecordFact): void => {
  if (node.op === '==' || node.op === '!=' || node.op === 'in') {
    const [left, right] = node.args;
    refuseValue(left, right, type);
    if (node.op !== 'in') refuseValue(right, left, type);
  }
  for (const operand of operandsOf(node)) refuseUnknownValues(operand, type);
};

const refuseValue = (fact: ASTNode, value: ASTNode, type: RecordFact): void => {
  const known = valuesAt(pathOf(fact)?.split('.') ?? [], type);
  if (known === null) return;
  for (const literal of value.op === 'list' ? value.args : [value]) {
    if (literal.op !== 'value' || known.includes(String(literal.args))) continue;
    throw new ConditionError(
      `expected one of ${known.join(', ')}, got ${String(literal.args)}`,
      literal.start,
      literal.end,
    );
  }
};

const valuesAt = (path: readonly string[], type: RecordFact): readonly string[] | null => {
  const at = findFactType(type, path);
  return at?.kind === 'string' ? (at.values ?? null) : null;
};
