import { createGramIndex } from './gram-index.ts';
import { letterGrams } from './texts.ts';

/** How much of its letters a word must share with a known one to count as a slip of it. */
const SLIP = 0.55;

/** Takes a word that no service uses for the known word that is spelt most alike, if one is near enough. */
export const createSpeller = (vocabulary: ReadonlySet<string>): ((word: string) => string) => {
  const known = [...vocabulary];
  const spelt = createGramIndex(known.map(letterGrams));
  return (word) => {
    if (vocabulary.has(word) || word.length < 4) return word;
    let best = SLIP;
    let nearest = word;
    spelt.search(letterGrams(word), (entry, score) => {
      if (score <= best) return;
      best = score;
      nearest = known[entry] ?? word;
    });
    return nearest;
  };
};
