import { parseArgs } from 'node:util';
import { toDay } from '../../subgraphs/kit/civil/day.ts';
import type { SubjectKind } from '../../tagging/engine/rule.ts';
import { seeded } from '../../tagging/industry/training/seeded.ts';
import { loadTagging } from '../support/rules.ts';
import { createComparison } from '../tagging/engine/compare.ts';
import { createRandomFacts, wordsOf } from '../tagging/engine/random-facts.ts';

const KINDS: readonly SubjectKind[] = ['CITIZEN', 'ENTERPRISE'];
const [FIRST, LAST] = [toDay('1940-01-01'), toDay('2061-01-01')];
const EVERY_DAY = Array.from({ length: LAST - FIRST }, (_, index) => FIRST + index);
const RANDOM_DAYS = 200;
const TOLD_EACH = 500;

/**
 * The rules of the repository against brute force: `--families N` (50) of each kind on every day from 1940 to 2060, and
 * `--more N` (10,000) of each around every boundary and on 200 days at random, by `--seed N`.
 */
export const soak = async (args: readonly string[]): Promise<boolean> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      families: { type: 'string', default: '50' },
      more: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const tagging = loadTagging();
  let isRight = true;
  for (const kind of KINDS) {
    const rules = tagging.rules[kind];
    const words = wordsOf(rules.map(({ rule }) => rule));
    const compare = createComparison(rules);
    const random = seeded(Number(values.seed));
    const around = (boundaries: readonly number[]) => [
      ...boundaries.flatMap((day) => [day - 1, day, day + 1]),
      ...Array.from({ length: RANDOM_DAYS }, () => FIRST + Math.floor(random() * EVERY_DAY.length)),
    ];
    const parts = [
      { of: 'on every day from 1940 to 2060', times: Number(values.families), daysOf: () => EVERY_DAY },
      { of: `around every boundary and on ${String(RANDOM_DAYS)} days`, times: Number(values.more), daysOf: around },
    ];
    for (const { of, times, daysOf } of parts) {
      const found = { asked: 0, wrong: 0 };
      for (let family = 1; family <= times; family += 1) {
        const { asked, differences } = compare(createRandomFacts(tagging.types[kind], words, random), daysOf);
        found.asked += asked;
        found.wrong += differences.length;
        for (const each of differences.slice(0, 3)) process.stdout.write(`${JSON.stringify(each)}\n`);
        if (family % TOLD_EACH === 0) process.stderr.write(`${String(family)} of ${String(times)}\n`);
      }
      isRight &&= found.wrong === 0 && found.asked > 0;
      process.stdout.write(
        `${kind}: ${String(times)} ${of}, ${String(rules.length)} rules: ${String(found.asked)} answers, ${String(found.wrong)} wrong\n`,
      );
    }
  }
  return isRight;
};
