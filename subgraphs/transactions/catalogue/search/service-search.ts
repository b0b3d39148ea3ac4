import type { ServiceCatalogue, ServiceEntry } from '../service-catalogue.ts';
import { createGramIndex } from './gram-index.ts';
import { chineseNames, chinesePhrases, englishPhrases, type Phrase } from './phrases.ts';
import { blurPinyin, toSyllables } from './pinyin.ts';
import { createSpeller } from './speller.ts';
import { createTally, type Field } from './tally.ts';
import { englishWords, hanGrams, letterGrams, splitText, wordGrams } from './texts.ts';

export interface SearchFilter {
  /** A service for both is found by either. */
  audience?: ServiceEntry['audience'] | undefined;
  department?: string | undefined;
}

/** Codes of the services that fit a text, the best first; none for a text that says nothing. */
export type ServiceSearch = (text: string, filter?: SearchFilter) => readonly string[];

/** Letters are few, so that any two texts share some runs of them; characters and words are many. */
const FAINT = { han: 0.1, words: 0.1, pinyin: 0.25, initials: 0.4 };

/**
 * Searches names, aliases and summaries in Chinese and English, and names and aliases in pinyin, whole or by initials.
 * The index is built with the first search.
 */
export const createServiceSearch = (catalogue: ServiceCatalogue): ServiceSearch => {
  let built: ServiceSearch | undefined;
  return (text, filter) => (built ??= buildSearch([...catalogue.services.values()]))(text, filter);
};

const buildSearch = (services: readonly ServiceEntry[]): ServiceSearch => {
  const phrasesBy = (phrasesOf: (service: ServiceEntry) => readonly Phrase[]) =>
    services.flatMap((service, owner) => phrasesOf(service).map((phrase) => ({ ...phrase, owner })));
  const indexBy = (
    faint: number,
    phrases: Field['phrases'],
    toGrams: (text: string) => ReadonlySet<string>,
  ): Field => ({
    phrases,
    index: createGramIndex(phrases.map(({ text }) => toGrams(text))),
    faint,
  });

  const names = phrasesBy(chineseNames);
  const latin = phrasesBy((service) => [...englishPhrases(service), ...chineseNames(service)]);
  const syllables = new Map(names.map(({ text }) => [text, toSyllables(splitText(text).han)]));
  const syllablesOf = (text: string): readonly string[] => syllables.get(text) ?? [];
  const wordsOf = (text: string): readonly string[] => englishWords(splitText(text).latin);

  const han = indexBy(FAINT.han, phrasesBy(chinesePhrases), (text) => hanGrams(splitText(text).han));
  const words = indexBy(FAINT.words, latin, (text) => wordGrams(wordsOf(text)));
  const pinyin = indexBy(FAINT.pinyin, names, (text) => letterGrams(blurPinyin(syllablesOf(text).join(''))));
  const initials = indexBy(FAINT.initials, names, (text) => letterGrams(initialsOf(syllablesOf(text))));
  const spell = createSpeller(new Set(latin.flatMap(({ text }) => wordsOf(text))));
  const tally = createTally(services.length);

  return (text, filter = {}) => {
    const query = splitText(text);
    if (query.han !== '') tally.count(han, hanGrams(query.han));
    if (query.latin.length > 0) {
      const letters = query.latin.join('');
      tally.count(words, wordGrams(englishWords(query.latin).map(spell)));
      tally.count(pinyin, letterGrams(blurPinyin(letters)));
      tally.count(initials, letterGrams(letters));
    }
    return tally.take().flatMap((owner) => {
      const service = services[owner];
      return service !== undefined && passes(service, filter) ? [service.code] : [];
    });
  };
};

const initialsOf = (syllables: readonly string[]): string => syllables.map((each) => each.charAt(0)).join('');

const passes = (service: ServiceEntry, { audience, department }: SearchFilter): boolean =>
  (department === undefined || service.department === department) &&
  (audience === undefined || service.audience === 'BOTH' || service.audience === audience);
