export interface GramIndex {
  has(gram: string): boolean;
  /** Calls back for each entry that shares a gram with the query, with the cosine between the two, 0 to 1. */
  search(grams: ReadonlySet<string>, found: (entry: number, score: number) => void): void;
}

/**
 * Entries as vectors over their grams, each weighted by how rare it is (tf–idf with a set for a text), kept as one
 * posting list per gram in typed arrays. A search adds up the lists of its grams and touches nothing else.
 */
export const createGramIndex = (entries: readonly ReadonlySet<string>[]): GramIndex => {
  const { numbers, starts, posted } = postingsOf(entries);
  const rarities = Float64Array.from({ length: numbers.size }, (_, gram) =>
    Math.log(1 + entries.length / (valueAt(starts, gram + 1) - valueAt(starts, gram))),
  );
  const rarest = Math.log(1 + entries.length);
  const lengthOf = (grams: ReadonlySet<string>): number => {
    let squares = 0;
    for (const gram of grams) squares += (rarities[numbers.get(gram) ?? -1] ?? rarest) ** 2;
    return Math.sqrt(squares);
  };
  const lengths = Float64Array.from(entries, lengthOf);
  const sums = new Float64Array(entries.length);
  const touched = new Uint32Array(entries.length);

  return {
    has: (gram) => numbers.has(gram),
    search: (grams, found) => {
      const queryLength = lengthOf(grams);
      let count = 0;
      for (const text of grams) {
        const gram = numbers.get(text);
        if (gram === undefined) continue;
        const weight = valueAt(rarities, gram) ** 2;
        const end = valueAt(starts, gram + 1);
        for (let place = valueAt(starts, gram); place < end; place += 1) {
          const entry = valueAt(posted, place);
          const sum = valueAt(sums, entry);
          if (sum === 0) touched[count++] = entry;
          sums[entry] = sum + weight;
        }
      }
      for (let place = 0; place < count; place += 1) {
        const entry = valueAt(touched, place);
        const sum = valueAt(sums, entry);
        sums[entry] = 0;
        found(entry, sum / (queryLength * valueAt(lengths, entry)));
      }
    },
  };
};

/** The entries of gram n stand in `posted` from `starts[n]` to before `starts[n + 1]`. */
const postingsOf = (entries: readonly ReadonlySet<string>[]) => {
  const lists = new Map<string, number[]>();
  entries.forEach((grams, entry) => {
    for (const gram of grams) {
      const list = lists.get(gram);
      if (list) list.push(entry);
      else lists.set(gram, [entry]);
    }
  });
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(lists.size + 1);
  const posted: number[] = [];
  for (const [gram, list] of lists) {
    numbers.set(gram, numbers.size);
    posted.push(...list);
    starts[numbers.size] = posted.length;
  }
  return { numbers, starts, posted: Uint32Array.from(posted) };
};

/** The compiler does not know that the place is within the array. */
const valueAt = (values: Uint32Array | Float64Array, place: number): number => values[place] ?? 0;
