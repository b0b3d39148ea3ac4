import { toDay } from '../../../subgraphs/kit/civil/day.ts';
import type { FactType, Facts, RecordFact } from '../../../subgraphs/kit/facts/fact-type.ts';
import type { Rule } from '../../../tagging/engine/rule.ts';

type Random = () => number;

/** Words and numbers with which conditions compare, so that random facts are met by them. */
export const wordsOf = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(
    JSON.stringify(rules)
      .match(/\\"([^"\\]+)\\"/g)
      ?.map((word) => word.slice(2, -2)) ?? [],
  ),
];

const LEAP_DAYS = ['1944-02-29', '1968-02-29', '2000-02-29', '2020-02-29', '2024-02-29'].map(toDay);
const FIRST = toDay('1940-01-01');
const SPAN = toDay('2040-01-01') - FIRST;

/** Facts of a type without sense: overlapping and reversed records, leap days, and one in eight missing. */
export const createRandomFacts = (type: RecordFact, words: readonly string[], random: Random): Facts => {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const dayNear = () => {
    if (random() < 0.15) return pick(LEAP_DAYS);
    const day = FIRST + Math.floor(random() * SPAN);
    // Often the first of a month, where records of administrations begin.
    return random() < 0.3 ? day - (new Date(day * 86_400_000).getUTCDate() - 1) : day;
  };
  const make = (fact: FactType, name: string): unknown => {
    switch (fact.kind) {
      case 'record':
        return Object.fromEntries(
          Object.entries(fact.fields).flatMap(([field, of]) => {
            const value = random() < 0.125 ? undefined : make(of, field);
            return value === undefined ? [] : [[field, value]];
          }),
        );
      case 'list':
        return Array.from({ length: Math.floor(random() * 4.5) }, () => make(fact.of, name));
      case 'day':
        return dayNear();
      case 'number':
        return /year$/i.test(name)
          ? 1950 + Math.floor(random() * 90)
          : Math.floor(random() * 5) * (random() < 0.2 ? 20_000 : 1);
      case 'boolean':
        return random() < 0.5;
      case 'string':
        if (fact.values !== undefined) return pick(fact.values);
        return random() < 0.8 ? pick(words) : 'another';
    }
  };
  return make(type, '') as Facts;
};
