import { countBoth, countSubjects, type SubjectSet } from './subject-set.ts';

/** Of each pair of tags, how many subjects are in both of their sets; of each tag with itself, how many are in its own. */
export const countPairs = (sets: ReadonlyMap<string, SubjectSet>): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const pairs = new Map([...sets.keys()].map((tag) => [tag, new Map<string, number>()]));
  const held = [...sets].filter(([, set]) => countSubjects(set) > 0);
  for (const [row, [one, set]] of held.entries()) {
    for (const [other, otherSet] of held.slice(row)) {
      const count = countBoth(set, otherSet);
      if (count === 0) continue;
      pairs.get(one)?.set(other, count);
      pairs.get(other)?.set(one, count);
    }
  }
  return pairs;
};
