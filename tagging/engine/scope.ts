import type { Condition } from '../../subgraphs/kit/cel/condition.ts';
import {
  factPathsOf,
  findFactType,
  readFact,
  type Facts,
  type ListFact,
  type RecordFact,
} from '../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../subgraphs/kit/ingest/nearest-name.ts';
import type { Shape } from './expression.ts';
import { faultAt, RuleFault } from './fault.ts';
import { compileMoment, type Moment } from './moment.ts';
import type { Ground, Label, Span, Timeline } from './timeline.ts';

/** Which subjects a rule asks the graph for: over which edges, how far, and what they must hold. */
export type ReachQuery = Shape<'reach'>['reach'];

/** What one derivation has beside the subject's facts. */
export interface Run {
  /** The subject's own timelines so far, in the order of the rules. */
  readonly timelines: readonly Timeline[];
  /** When subjects that hold a tag are within reach. */
  readonly reached: (query: ReachQuery) => readonly Span[];
}

/** A compiled expression over one record. */
export type Evaluate = (record: Facts, run: Run) => Timeline;

/** Where an expression stands in its rule's document. */
export type Place = readonly PropertyKey[];

/** What an expression is compiled in: the type of the record it speaks of, and how what it holds is compiled. */
export interface Scope {
  readonly type: RecordFact;
  readonly condition: (source: string) => Condition;
  readonly compile: (expression: unknown, at: Place) => Evaluate;
  readonly within: (type: RecordFact) => Scope;
  /** The intervals of another tag, of the record that the scope speaks of. */
  readonly tag: (code: string, at: Place) => Evaluate;
}

/** Records of a list: null where it is not known. A list of what somebody has not got at all, an account say, is empty. */
export interface Records {
  readonly type: ListFact;
  readonly of: (record: Facts) => readonly Facts[] | null;
  readonly scope: Scope;
}

export const conditionAt = (scope: Scope, source: string | undefined, at: Place): Condition | null =>
  source === undefined ? null : faultAt(at, () => scope.condition(source));

export const momentAt = (scope: Scope, source: string | undefined, at: Place): Moment | null =>
  source === undefined ? null : faultAt(at, () => compileMoment(source, scope.type));

export const recordsAt = (scope: Scope, source: string, at: Place): Records => {
  const path = source.split('.');
  const type = findFactType(scope.type, path);
  if (type === null) throw new RuleFault(expectedInstead('a fact', source, factPathsOf(scope.type)), at);
  if (type.kind !== 'list' || type.of.kind !== 'record')
    throw new RuleFault(`expected a list of records, but ${source} is a ${type.kind}`, at);
  const before = path.slice(0, -1);
  return {
    type,
    scope: scope.within(type.of),
    of: (record) => {
      const found = readFact(record, path);
      if (found !== undefined) return found as readonly Facts[];
      return before.length > 0 && readFact(record, before) === undefined ? [] : null;
    },
  };
};

const EVER = { from: -Infinity, until: Infinity } as const;

/** That the item decides as such: there is no record, or it is not known. */
export const groundOfItem = (item: string | null, label: Label | null = null): Ground => ({
  item,
  label,
  record: null,
  value: null,
  ...EVER,
});

/** The items behind paths of facts, each once. */
export const itemsOf = (scope: Scope, paths: readonly string[]): readonly (string | null)[] => [
  ...new Set(paths.map((path) => findFactType(scope.type, path.split('.'))?.item ?? null)),
];
