import type { Day } from '../../subgraphs/kit/civil/day.ts';
import type { EdgeArena } from './edge-arena.ts';

/**
 * Of each pair of tags, of how many subjects both hold on the day. Subjects come together in the arena, so that one pass sees
 * all tags of each.
 */
export const countPairs = (
  arena: EdgeArena,
  tags: readonly string[],
  day: Day,
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const counts = new Uint32Array(tags.length * tags.length);
  let current = -1;
  let together: number[] = [];
  const settle = () => {
    for (const one of together)
      for (const other of together) counts[one * tags.length + other] = (counts[one * tags.length + other] ?? 0) + 1;
  };
  arena.forEachOn(day, (subject, tag) => {
    if (subject !== current) {
      settle();
      together = [];
      current = subject;
    }
    together.push(tag);
  });
  settle();
  const pairs = new Map<string, Map<string, number>>();
  tags.forEach((one, row) => {
    const others = new Map<string, number>();
    tags.forEach((other, column) => {
      const count = counts[row * tags.length + column] ?? 0;
      if (count > 0) others.set(other, count);
    });
    if (others.size > 0) pairs.set(one, others);
  });
  return pairs;
};
