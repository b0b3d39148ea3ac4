import { fillers } from './fillers.ts';

/** Full-width letters become narrow, capitals small. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The Chinese of a text without the words around a question, and its words of Latin letters. */
export const splitText = (text: string): { han: string; latin: readonly string[] } => {
  const folded = fold(text);
  const han = (folded.match(/\p{Script=Han}+/gu) ?? []).join(' ');
  const bare = fillers.zh
    .reduce((rest, filler) => rest.replaceAll(filler, ' '), han)
    .replace(/\s+/gu, ' ')
    .trim();
  return { han: bare === '' ? han : bare, latin: folded.match(/[a-z0-9]+/gu) ?? [] };
};

/** Single characters and pairs of neighbours; across a space nothing is a pair. */
export const hanGrams = (han: string): ReadonlySet<string> => {
  const grams = new Set<string>();
  for (const run of han.split(' ')) {
    const characters = [...run];
    characters.forEach((character, place) => {
      grams.add(character);
      const next = characters[place + 1];
      if (next !== undefined) grams.add(character + next);
    });
  }
  return grams;
};

/** Runs of three letters, with marks for the beginning and the end. */
export const letterGrams = (letters: string): ReadonlySet<string> => {
  const marked = `^${letters}$`;
  const grams = new Set<string>();
  for (let place = 0; place + 3 <= marked.length; place += 1) grams.add(marked.slice(place, place + 3));
  return grams;
};

/** Content words in one form each; a text of nothing but small words keeps them. */
export const englishWords = (words: readonly string[]): readonly string[] => {
  const content = words.filter((word) => !fillers.en.has(word));
  return (content.length > 0 ? content : words).map((word) => fillers.spellings[word] ?? stem(word));
};

/** Words and pairs of neighbours. */
export const wordGrams = (words: readonly string[]): ReadonlySet<string> =>
  new Set([...words, ...words.slice(1).map((word, place) => `${words[place] ?? ''} ${word}`)]);

/** Plural and verbal endings go; what is left need not be a word, as queries and entries lose the same. */
const stem = (word: string): string => {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
};
