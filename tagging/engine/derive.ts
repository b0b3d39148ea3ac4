import type { Day } from '../../subgraphs/kit/civil/day.ts';
import type { Facts } from '../../subgraphs/kit/facts/fact-type.ts';
import type { CompiledRule } from './rule-set.ts';
import type { Run } from './scope.ts';
import { always, OUT, UNKNOWN, type Ground, type Timeline } from './timeline.ts';

/** A tag on a subject: it holds, or may hold, on [since, until). */
export interface TagInterval {
  readonly tag: string;
  readonly since: Day;
  readonly until: Day;
  readonly state: 'IN' | 'UNKNOWN';
  /** Of the rule. */
  readonly version: number;
  readonly grounds: readonly Ground[];
}

/** What a subject's facts lead to. */
export interface Derived {
  /** By tag in the order of the rules, then by day; intervals of one tag do not touch but where their states differ. */
  readonly intervals: readonly TagInterval[];
  /** Rules that threw: their tags are UNKNOWN for ever. */
  readonly faults: readonly DerivationFault[];
}

export interface DerivationFault {
  readonly tag: string;
  readonly message: string;
}

const NOTHING_REACHED: Run['reached'] = () => [];

/** Derives a subject's tags from its facts by the rules of its kind, in their order. Pure: the same facts, the same tags. */
export const derive = (
  rules: readonly CompiledRule[],
  facts: Facts,
  reached: Run['reached'] = NOTHING_REACHED,
): Derived => {
  const timelines: Timeline[] = [];
  const run: Run = { timelines, reached };
  const intervals: TagInterval[] = [];
  const faults: DerivationFault[] = [];
  for (const { rule, evaluate } of rules) {
    let timeline: Timeline;
    try {
      timeline = evaluate(facts, run);
    } catch (error) {
      timeline = always(UNKNOWN);
      faults.push({ tag: rule.tag, message: error instanceof Error ? error.message : String(error) });
    }
    timelines.push(timeline);
    addIntervals(intervals, rule.tag, rule.version, timeline);
  }
  return { intervals, faults };
};

const addIntervals = (intervals: TagInterval[], tag: string, version: number, timeline: Timeline): void => {
  let at = 0;
  for (let step = timeline[at]; step !== undefined; step = timeline[at]) {
    const { from: since, state } = step;
    let grounds = step.grounds;
    let isMerged = false;
    for (step = timeline[++at]; step?.state === state; step = timeline[++at]) {
      grounds = [...grounds, ...step.grounds];
      isMerged = true;
    }
    if (state === OUT) continue;
    const until = step?.from ?? Infinity;
    intervals.push({
      tag,
      since,
      until,
      state: state === UNKNOWN ? 'UNKNOWN' : 'IN',
      version,
      grounds: isMerged ? [...new Set(grounds)] : grounds,
    });
  }
};
