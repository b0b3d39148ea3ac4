import type { RecordFact } from '../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../subgraphs/kit/ingest/nearest-name.ts';
import { createScope } from './compile.ts';
import { RuleFault } from './fault.ts';
import { EXPRESSIONS } from './expression.ts';
import type { Rule, SubjectKind } from './rule.ts';
import { lifetimeOf } from './lifetime.ts';
import type { Evaluate, Place, ReachQuery, Scope } from './scope.ts';
import { always, both, UNKNOWN } from './timeline.ts';

/** A rule that can be run over the facts of its subject. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly evaluate: Evaluate;
  /** What it asks the graph for: its subject is derived again when others change. */
  readonly reaches: readonly ReachQuery[];
}

/** Rules of each kind of subject, in an order in which each stands after those that it asks for. */
export type RuleSet = Readonly<Record<SubjectKind, readonly CompiledRule[]>>;

/** Types of the facts of each kind of subject. */
export type FactTypes = Readonly<Record<SubjectKind, RecordFact>>;

/** A fault with the tag of its rule. */
export class RuleSetFault extends Error {
  readonly tag: string;
  readonly fault: RuleFault;

  constructor(tag: string, fault: RuleFault) {
    super(`${tag}: ${fault.message}`);
    this.name = 'RuleSetFault';
    this.tag = tag;
    this.fault = fault;
  }
}

/** Compiles all rules, or none: throws a RuleSetFault for the first that is wrong. */
export const compileRules = (rules: readonly Rule[], types: FactTypes): RuleSet => {
  const byTag = new Map(rules.map((rule) => [rule.tag, rule]));
  const compiled: Record<SubjectKind, CompiledRule[]> = { CITIZEN: [], ENTERPRISE: [] };
  const positions = new Map<string, number>();
  for (const rule of inOrder(rules, byTag)) {
    const position = compiled[rule.subject].push(
      inRule(rule.tag, () => compileRule(rule, { byTag, positions, type: types[rule.subject] })),
    );
    positions.set(rule.tag, position - 1);
  }
  return compiled;
};

interface Surroundings {
  readonly byTag: ReadonlyMap<string, Rule>;
  /** Where the rules that stand before have their timelines. */
  readonly positions: ReadonlyMap<string, number>;
  readonly type: RecordFact;
}

const compileRule = (rule: Rule, { byTag, positions, type }: Surroundings): CompiledRule => {
  const unknown = always(UNKNOWN);
  const compileTag = (code: string, scope: Scope, at: Place): Evaluate => {
    const other = referredTo(code, byTag, rule, at);
    if (scope.type === type) {
      const position = positions.get(code) ?? -1;
      return (_, run) => run.timelines[position] ?? unknown;
    }
    return withinLifetime(other, scope, scope.compile(expressionOf(other, byTag), at));
  };
  const scope = createScope(type, compileTag);
  return {
    rule,
    evaluate: withinLifetime(rule, scope, scope.compile(expressionOf(rule, byTag), ['holds'])),
    reaches: reachesOf(rule.holds, ['holds']).map(({ query }) => query),
  };
};

/** What a rule says, and what the tags below it say. */
const expressionOf = (rule: Rule, byTag: ReadonlyMap<string, Rule>): unknown => {
  const children = childrenOf(rule, byTag).map(({ tag }) => ({ tag }));
  if (children.length === 0) return rule.holds;
  return { any: rule.holds === undefined ? children : [rule.holds, ...children] };
};

const withinLifetime = (rule: Rule, scope: Scope, evaluate: Evaluate): Evaluate => {
  if (rule.outlives) return evaluate;
  const lifetime = lifetimeOf(rule.subject, scope);
  return (record, run) => {
    const ends = lifetime(record);
    return ends === null ? evaluate(record, run) : both(evaluate(record, run), ends);
  };
};

const childrenOf = (rule: Rule, byTag: ReadonlyMap<string, Rule>): Rule[] =>
  [...byTag.values()].filter(({ parents }) => parents.includes(rule.tag));

const expectTag = (code: string, byTag: ReadonlyMap<string, Rule>, at: Place): Rule => {
  const found = byTag.get(code);
  if (found === undefined) throw new RuleFault(expectedInstead('a tag', code, byTag.keys()), at);
  return found;
};

const referredTo = (code: string, byTag: ReadonlyMap<string, Rule>, from: Rule, at: Place): Rule => {
  const other = expectTag(code, byTag, at);
  if (other.subject !== from.subject)
    throw new RuleFault(`expected a tag of ${from.subject}, but ${code} is one of ${other.subject}`, at);
  return other;
};

/** What a rule asks the graph for, wherever it stands in it. */
const reachesOf = (part: unknown, at: Place): { readonly query: ReachQuery; readonly at: Place }[] => {
  if (typeof part !== 'object' || part === null) return [];
  const asked = EXPRESSIONS.reach.safeParse(part);
  if (asked.success) return [{ query: asked.data.reach, at: [...at, 'reach'] }];
  return Object.entries(part).flatMap(([key, value]) =>
    reachesOf(value, [...at, Array.isArray(part) ? Number(key) : key]),
  );
};

interface Reference {
  readonly tag: string;
  readonly at: Place;
}

const referencesOf = (expression: unknown, at: Place): Reference[] => {
  if (typeof expression !== 'object' || expression === null) return [];
  return Object.entries(expression).flatMap(([key, value]) => {
    const here = [...at, Array.isArray(expression) ? Number(key) : key];
    if (key === 'tag' && typeof value === 'string' && at.at(-1) !== 'reach') return [{ tag: value, at: here }];
    return referencesOf(value, here);
  });
};

/** Depth first over what each rule refers to; a rule that leads back to itself is refused. */
const inOrder = (rules: readonly Rule[], byTag: ReadonlyMap<string, Rule>): Rule[] => {
  const ordered = new Set<Rule>();
  const visit = (rule: Rule, way: readonly string[]): void => {
    if (ordered.has(rule)) return;
    const references = [
      ...referencesOf(rule.holds, ['holds']),
      ...childrenOf(rule, byTag).map(({ tag }) => ({ tag, at: ['parents'] })),
    ];
    rule.parents.forEach((parent, index) =>
      inRule(rule.tag, () => referredTo(parent, byTag, rule, ['parents', index])),
    );
    for (const { tag, at } of references) {
      const other = inRule(rule.tag, () => referredTo(tag, byTag, rule, at));
      const seen = [...way, rule.tag];
      if (seen.includes(tag))
        throw new RuleSetFault(rule.tag, new RuleFault(`expected no cycle, got ${[...seen, tag].join(' → ')}`, at));
      visit(other, seen);
    }
    // What is looked for along the graph may be of any subject, and leads back without a cycle.
    for (const { query, at } of reachesOf(rule.holds, ['holds']))
      inRule(rule.tag, () => expectTag(query.tag, byTag, [...at, 'tag']));
    if (rule.holds === undefined && childrenOf(rule, byTag).length === 0)
      throw new RuleSetFault(rule.tag, new RuleFault('expected `holds`, as no tag stands below this one', ['holds']));
    ordered.add(rule);
  };
  for (const rule of rules) visit(rule, []);
  return [...ordered];
};

const inRule = <Value>(tag: string, act: () => Value): Value => {
  try {
    return act();
  } catch (error) {
    throw error instanceof RuleFault ? new RuleSetFault(tag, error) : error;
  }
};
