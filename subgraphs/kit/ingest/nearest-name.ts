/** Levenshtein's distance: how many letters are to be put in, left out or exchanged. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [before, each] of [...other].entries())
      next.push(
        Math.min(
          (next[before] ?? 0) + 1,
          (row[before + 1] ?? 0) + 1,
          (row[before] ?? 0) + (letter.toLowerCase() === each.toLowerCase() ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The name that was meant, most likely; null when there is none. */
export const findNearestName = (name: string, names: Iterable<string>): string | null =>
  [...names]
    .map((each) => ({ each, far: distance(name, each) }))
    .reduce<{ each: string; far: number } | null>(
      (best, one) => (best === null || one.far < best.far ? one : best),
      null,
    )?.each ?? null;

/** What was expected in place of a name, for a message. */
export const expectedInstead = (what: string, got: string, names: Iterable<string>): string => {
  const nearest = findNearestName(got, names);
  return `expected ${what}, got ${got}${nearest === null ? '' : `; the nearest is ${nearest}`}`;
};
