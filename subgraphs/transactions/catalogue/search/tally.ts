import type { GramIndex } from './gram-index.ts';
import type { Phrase } from './phrases.ts';

/** A phrase and the number of the service that it names. */
export interface OwnedPhrase extends Phrase {
  owner: number;
}

/** Phrases with an index over one kind of their grams. */
export interface Field {
  phrases: readonly OwnedPhrase[];
  index: GramIndex;
  /** The cosine below which a phrase shares no more than a stray gram with the query. */
  faint: number;
}

export interface Tally {
  /** Adds what the phrases of a field say of a query. */
  count(field: Field, grams: ReadonlySet<string>): void;
  /** The services counted since the last time, by number, the best first. */
  take(): readonly number[];
}

/** What the second phrase that fits adds to the best one. */
const SECOND = 0.25;

/** Keeps the best and the second phrase of each service while the fields are searched. */
export const createTally = (size: number): Tally => {
  const best = new Float64Array(size);
  const second = new Float64Array(size);
  const counted: number[] = [];

  return {
    count: ({ phrases, index, faint }, grams) => {
      index.search(grams, (entry, cosine) => {
        const phrase = phrases[entry];
        if (phrase === undefined || cosine < faint) return;
        const { owner } = phrase;
        const score = cosine * phrase.weight;
        const before = best[owner] ?? 0;
        if (before === 0) counted.push(owner);
        if (score > before) {
          best[owner] = score;
          second[owner] = before;
        } else if (score > (second[owner] ?? 0)) second[owner] = score;
      });
    },
    take: () => {
      const scoreOf = (owner: number): number => (best[owner] ?? 0) + SECOND * (second[owner] ?? 0);
      const ranked = counted.sort((one, other) => scoreOf(other) - scoreOf(one) || one - other).slice();
      for (const owner of counted) {
        best[owner] = 0;
        second[owner] = 0;
      }
      counted.length = 0;
      return ranked;
    },
  };
};
