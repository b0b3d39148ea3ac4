import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The divisions of which a text has a word, each as often as it has; the longest word at a place counts. */
export type FindDivisions = (text: string) => readonly string[];

/** Reads `trade-words.yaml`. */
export const loadTradeWords = (): FindDivisions => {
  const file = new URL('trade-words.yaml', import.meta.url);
  const divisions = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly string[]>>;
  const divisionOf = new Map(
    Object.entries(divisions).flatMap(([division, words]) => words.map((word) => [word, division] as const)),
  );
  /** Of each first letter, the lengths of its words, the longest first. */
  const lengths = new Map<string, readonly number[]>();
  for (const word of divisionOf.keys()) {
    const [first = ''] = word;
    const known = lengths.get(first) ?? [];
    lengths.set(
      first,
      [...new Set([...known, word.length])].sort((one, other) => other - one),
    );
  }
  return (text) => {
    const found: string[] = [];
    for (let at = 0; at < text.length;) {
      const length = lengths.get(text.charAt(at))?.find((each) => divisionOf.has(text.slice(at, at + each)));
      const division = length === undefined ? undefined : divisionOf.get(text.slice(at, at + length));
      if (division !== undefined) found.push(division);
      at += length ?? 1;
    }
    return found;
  };
};
