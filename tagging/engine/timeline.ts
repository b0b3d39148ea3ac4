import type { Day } from '../../subgraphs/kit/civil/day.ts';

/** Whether something holds: Kleene's three values, in an order in which `and` is the least and `or` the greatest. */
export type State = typeof OUT | typeof UNKNOWN | typeof IN;
export const OUT = 0;
export const UNKNOWN = 1;
export const IN = 2;

/** Why a timeline is as it is: the record that decides, from when and until when it says so. */
export interface Ground {
  /** Schema coordinate of the item. */
  readonly item: string | null;
  /** Id of the record; null where it has none, and where the absence of records decides. */
  readonly record: string | null;
  /** What the record is, to people. */
  readonly label: Label | null;
  /** The value that decided; null where it is the term, or the absence, that did. */
  readonly value: string | null;
  readonly from: Day;
  readonly until: Day;
}

/** A text in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** [from, until) with a state other than OUT. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
  readonly state: typeof UNKNOWN | typeof IN;
  readonly grounds: readonly Ground[];
}

/** A state with its grounds on [from, the next step's from); the first step of a timeline begins before all days. */
export interface Step {
  readonly from: Day;
  readonly state: State;
  readonly grounds: readonly Ground[];
}

/** A state for every day: at least one step, in order. */
export type Timeline = readonly Step[];

/** The same state for ever. */
export const always = (state: State, grounds: readonly Ground[] = []): Timeline => [
  { from: -Infinity, state, grounds },
];

const NOT = [IN, UNKNOWN, OUT] as const;

/** Holds where the other does not. */
export const not = (timeline: Timeline): Timeline =>
  timeline.map(({ from, state, grounds }) => ({ from, state: NOT[state], grounds }));

/** Holds where both hold. */
export const both = (one: Timeline, other: Timeline): Timeline => join(one, other, OUT);

/** Holds where either holds. */
export const either = (one: Timeline, other: Timeline): Timeline => join(one, other, IN);

/** Joins by `and` where OUT prevails, by `or` where IN does; what decided a day are the grounds of whoever has its state. */
const join = (one: Timeline, other: Timeline, prevails: typeof OUT | typeof IN): Timeline => {
  if (isAlways(one, prevails) || isNeutral(other, prevails)) return one;
  if (isAlways(other, prevails) || isNeutral(one, prevails)) return other;
  const joined: Step[] = [];
  let [i, j] = [0, 0];
  let [left, right] = [one[0], other[0]];
  while (left !== undefined && right !== undefined) {
    joined.push(joinSteps(left, right, Math.max(left.from, right.from), prevails));
    const [nextLeft, nextRight]: (Step | undefined)[] = [one[i + 1], other[j + 1]];
    if (nextLeft === undefined && nextRight === undefined) return joined;
    const order = (nextLeft?.from ?? Infinity) - (nextRight?.from ?? Infinity);
    if (nextLeft !== undefined && !(order > 0)) [left, i] = [nextLeft, i + 1];
    if (nextRight !== undefined && !(order < 0)) [right, j] = [nextRight, j + 1];
  }
  return joined;
};

/** Whether the state is the same on every day. */
export const isAlways = (timeline: Timeline, state: State): boolean =>
  timeline.length === 1 && timeline[0]?.state === state;

/** Whether it changes nothing: it never prevails, and has no grounds to tell. */
const isNeutral = (timeline: Timeline, prevails: typeof OUT | typeof IN): boolean =>
  isAlways(timeline, NOT[prevails]) && timeline[0]?.grounds.length === 0;

const joinSteps = (left: Step, right: Step, from: Day, prevails: typeof OUT | typeof IN): Step => {
  const state = prevails === OUT ? Math.min(left.state, right.state) : Math.max(left.state, right.state);
  if (left.state !== right.state)
    return { from, state: state as State, grounds: left.state === state ? left.grounds : right.grounds };
  return { from, state: left.state, grounds: concat(left.grounds, right.grounds) };
};

const concat = <Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] => {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...one, ...other];
};

/** The spans of a timeline in which it is not OUT. */
export const spansOf = (timeline: Timeline): Span[] =>
  timeline.flatMap(({ from, state, grounds }, at) =>
    state === OUT ? [] : [{ from, until: timeline[at + 1]?.from ?? Infinity, state, grounds }],
  );

/**
 * Where at least so many of the spans hold at once: IN where as many are certain, UNKNOWN where the unknown ones would have
 * to be counted. Where it does not hold the grounds are `absent`.
 */
export const layer = (spans: readonly Span[], atLeast: number, absent: readonly Ground[]): Timeline => {
  if (spans.length < atLeast) return always(OUT, absent);
  const ordered = inOrder(spans);
  return atLeast === 1 && areApart(ordered) ? layApart(ordered, absent) : overlay(ordered, atLeast, absent);
};

/** By their first day. Registries list the latest first, as a rule. */
const inOrder = (spans: readonly Span[]): readonly Span[] => {
  if (isAscending(spans)) return spans;
  const reversed = spans.toReversed();
  return isAscending(reversed) ? reversed : reversed.sort((one, other) => one.from - other.from);
};

const isAscending = (spans: readonly Span[]): boolean => {
  let before = -Infinity;
  for (const { from } of spans) {
    if (from < before) return false;
    before = from;
  }
  return true;
};

const areApart = (ordered: readonly Span[]): boolean => {
  let before = -Infinity;
  for (const { from, until } of ordered) {
    if (from < before) return false;
    before = until;
  }
  return true;
};

const layApart = (ordered: readonly Span[], absent: readonly Ground[]): Timeline => {
  const steps: Step[] = [];
  let at = -Infinity;
  for (const { from, until, state, grounds } of ordered) {
    if (at < from) steps.push({ from: at, state: OUT, grounds: absent });
    steps.push({ from, state, grounds });
    at = until;
  }
  if (at !== Infinity) steps.push({ from: at, state: OUT, grounds: absent });
  return steps;
};

const overlay = (ordered: readonly Span[], atLeast: number, absent: readonly Ground[]): Timeline => {
  const days = [...new Set(ordered.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const steps: Step[] = days[0] === -Infinity ? [] : [{ from: -Infinity, state: OUT, grounds: absent }];
  let here: Span[] = [];
  let next = 0;
  for (const from of days) {
    if (from === Infinity) break;
    here = here.filter(({ until }) => from < until);
    for (let span = ordered[next]; span !== undefined && span.from <= from; span = ordered[(next += 1)])
      here.push(span);
    const certain = here.filter(({ state }) => state === IN);
    const state = certain.length >= atLeast ? IN : here.length >= atLeast ? UNKNOWN : OUT;
    const grounds = state === OUT ? absent : (state === IN ? certain : here).flatMap((span) => span.grounds);
    steps.push({ from, state, grounds });
  }
  return steps;
};
