import { toCivil } from '../../../subgraphs/kit/civil/day.ts';
import type { Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { derive } from '../../../tagging/engine/derive.ts';
import type { CompiledRule } from '../../../tagging/engine/rule-set.ts';
import { holdsOnDay } from './day-by-day.ts';

/** What the intervals say of a tag on a day, and what brute force says, where they differ. */
export interface Difference {
  readonly tag: string;
  readonly day: string;
  readonly interval: number;
  readonly bruteForce: number;
}

/** Derives a subject's intervals and asks brute force for each of the days that are chosen by them. */
export const createComparison = (rules: readonly CompiledRule[]) => {
  const bruteForce = holdsOnDay(rules.map(({ rule }) => rule));
  return (
    facts: Facts,
    daysOf: (boundaries: readonly number[]) => Iterable<number>,
  ): { asked: number; differences: Difference[] } => {
    const { intervals, faults } = derive(rules, facts);
    if (faults.length > 0) throw new Error(faults.map(({ tag, message }) => `${tag}: ${message}`).join('\n'));
    const byTag = new Map<string, (typeof intervals)[number][]>();
    for (const interval of intervals) byTag.set(interval.tag, [...(byTag.get(interval.tag) ?? []), interval]);
    const boundaries = [...new Set(intervals.flatMap(({ since, until }) => [since, until]))].filter(Number.isFinite);
    const differences: Difference[] = [];
    let asked = 0;
    for (const day of daysOf(boundaries)) {
      for (const { rule } of rules) {
        const held = byTag.get(rule.tag)?.find(({ since, until }) => since <= day && day < until);
        const interval = held === undefined ? 0 : held.state === 'IN' ? 2 : 1;
        const expected = bruteForce(rule.tag, facts, day);
        asked += 1;
        if (interval !== expected)
          differences.push({ tag: rule.tag, day: toCivil(day), interval, bruteForce: expected });
      }
    }
    return { asked, differences };
  };
};
