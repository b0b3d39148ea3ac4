import { bad, good, normalised, type Checked } from './checked.ts';

/** Looks a word up in a declared list; full-width and half-width forms and inner spaces are the same word. */
export const createCodeCheck = (values: Readonly<Record<string, string>>): ((text: string) => Checked) => {
  const exact = new Map(Object.entries(values));
  const loose = new Map([...exact].map(([word, code]) => [foldWord(word), code]));
  return (text) => {
    const code = exact.get(text);
    if (code !== undefined) return good(code);
    const folded = loose.get(foldWord(text));
    return folded === undefined ? bad('UNKNOWN_CODE') : normalised(folded, 'CODE_FORM');
  };
};

const foldWord = (word: string): string => word.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
