import { beforeAll, describe, expect, it } from '@jest/globals';
import { toDay } from '../../../subgraphs/kit/civil/day.ts';
import type { RecordFact } from '../../../subgraphs/kit/facts/fact-type.ts';
import type { RuleSet } from '../../../tagging/engine/rule-set.ts';
import type { SubjectKind } from '../../../tagging/engine/rule.ts';
import { loadTagging } from '../../support/rules.ts';
import { createComparison } from './compare.ts';
import { seeded } from '../../../tagging/industry/training/seeded.ts';
import { createRandomFacts, wordsOf } from './random-facts.ts';

const KINDS: readonly SubjectKind[] = ['CITIZEN', 'ENTERPRISE'];

describe.each(KINDS)('the intervals of a %s', (kind) => {
  let rules: RuleSet[SubjectKind];
  let type: RecordFact;
  let words: readonly string[];

  beforeAll(() => {
    const tagging = loadTagging();
    rules = tagging.rules[kind];
    type = tagging.types[kind];
    words = wordsOf(rules.map(({ rule }) => rule));
  });

  it('equal brute force on every day from 1940 to 2060', () => {
    const compare = createComparison(rules);
    const random = seeded(1);
    const [first, last] = [toDay('1940-01-01'), toDay('2061-01-01')];
    const days = Array.from({ length: last - first }, (_, index) => first + index);
    for (let family = 0; family < 2; family += 1) {
      const { differences } = compare(createRandomFacts(type, words, random), () => days);
      expect(differences.slice(0, 5)).toEqual([]);
    }
  }, 120_000);

  it('equal brute force around every boundary of many subjects', () => {
    const compare = createComparison(rules);
    const random = seeded(2);
    let asked = 0;
    for (let subject = 0; subject < 300; subject += 1) {
      const found = compare(createRandomFacts(type, words, random), (boundaries) =>
        boundaries.flatMap((day) => [day - 1, day, day + 1]),
      );
      expect(found.differences.slice(0, 5)).toEqual([]);
      asked += found.asked;
    }
    expect(asked).toBeGreaterThan(100_000);
  }, 120_000);
});
