import { createConditionCompiler } from '../../subgraphs/kit/cel/condition.ts';
import type { RecordFact } from '../../subgraphs/kit/facts/fact-type.ts';
import { expectedInstead } from '../../subgraphs/kit/ingest/nearest-name.ts';
import { compileCondition } from './atoms/condition.ts';
import { compileCount } from './atoms/count.ts';
import { compileAge, compileDuring } from './atoms/during.ts';
import { compileEach } from './atoms/each.ts';
import { compileGap } from './atoms/gap.ts';
import { compileIndustry } from './atoms/industry.ts';
import { compileOf } from './atoms/of.ts';
import { EXPRESSIONS, type Shape, type Word } from './expression.ts';
import { RuleFault } from './fault.ts';
import { groundOfItem, type Evaluate, type Place, type Scope } from './scope.ts';
import { both, either, IN, isAlways, layer, not, OUT, type State, type Timeline } from './timeline.ts';

type Compile<Of extends Word> = (expression: Shape<Of>, scope: Scope, at: Place) => Evaluate;

/** Joins what the parts hold, in their order; what decides every day leaves the others out. */
const joined =
  (join: (one: Timeline, other: Timeline) => Timeline, word: Word, decides: State) =>
  (parts: readonly unknown[], scope: Scope, at: Place): Evaluate => {
    const evaluates = parts.map((part, index) => scope.compile(part, [...at, word, index]));
    if (evaluates.length === 0) throw new RuleFault('expected at least one expression', at);
    return (record, run) => {
      const timelines: Timeline[] = [];
      for (const evaluate of evaluates) {
        const timeline = evaluate(record, run);
        if (isAlways(timeline, decides)) return timeline;
        timelines.push(timeline);
      }
      return joinedBetween(timelines, 0, timelines.length, join);
    };
  };

/** By halves, so that each step is copied log n times and not n times. */
const joinedBetween = (
  timelines: readonly Timeline[],
  from: number,
  until: number,
  join: (one: Timeline, other: Timeline) => Timeline,
): Timeline => {
  const only = timelines[from];
  if (until - from === 1 && only !== undefined) return only;
  const middle = (from + until) >>> 1;
  return join(joinedBetween(timelines, from, middle, join), joinedBetween(timelines, middle, until, join));
};
const joinAll = joined(both, 'all', OUT);
const joinAny = joined(either, 'any', IN);

const COMPILERS: { readonly [Of in Word]: Compile<Of> } = {
  all: ({ all }, scope, at) => joinAll(all, scope, at),
  any: ({ any }, scope, at) => joinAny(any, scope, at),
  not: (expression, scope, at) => {
    const evaluate = scope.compile(expression.not, [...at, 'not']);
    return (record, run) => not(evaluate(record, run));
  },
  each: compileEach,
  count: compileCount,
  gap: compileGap,
  during: compileDuring,
  age: compileAge,
  if: compileCondition,
  tag: ({ tag }, scope, at) => scope.tag(tag, [...at, 'tag']),
  of: compileOf,
  reach: ({ reach }) => {
    const absent = [groundOfItem('Enterprise.shareholders')];
    return (_, run) => layer(run.reached(reach), 1, absent);
  },
  industry: compileIndustry,
};

const isWord = (word: string): word is Word => Object.hasOwn(EXPRESSIONS, word);

/** Compiles one expression; throws a RuleFault for the first thing that is wrong, with its place. */
const compileExpression = (expression: unknown, scope: Scope, at: Place): Evaluate => {
  const words = typeof expression === 'object' && expression !== null ? Object.keys(expression) : [];
  const word = words.find(isWord);
  if (word === undefined)
    throw new RuleFault(expectedInstead('an expression', words[0] ?? 'nothing', Object.keys(EXPRESSIONS)), at);
  return compileAs(word, expression, scope, at);
};

const compileAs = (word: Word, expression: unknown, scope: Scope, at: Place): Evaluate => {
  const parsed = EXPRESSIONS[word].safeParse(expression);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RuleFault(issue?.message ?? 'wrong', [...at, ...(issue?.path ?? [])]);
  }
  // The shape and the compiler of a word belong together, which its type alone does not show.
  const compile = COMPILERS[word] as Compile<Word>;
  return compile(parsed.data, scope, at);
};

/** A scope over records of a type; `tag` compiles a tag's own expression in the scope that asks. */
export const createScope = (type: RecordFact, tag: (code: string, scope: Scope, at: Place) => Evaluate): Scope => {
  let conditions: Scope['condition'] | undefined;
  const scope: Scope = {
    type,
    condition: (source) => (conditions ??= createConditionCompiler(type))(source),
    compile: (expression, at) => compileExpression(expression, scope, at),
    within: (inner) => createScope(inner, tag),
    tag: (code, at) => tag(code, scope, at),
  };
  return scope;
};
