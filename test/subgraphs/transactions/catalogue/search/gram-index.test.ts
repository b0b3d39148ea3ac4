import { describe, expect, it } from '@jest/globals';
import { createGramIndex } from '../../../../../subgraphs/transactions/catalogue/search/gram-index.ts';

const ENTRIES = [
  ['开', '饭', '店'],
  ['开', '店'],
  ['结', '婚'],
  ['离', '婚', '开'],
].map((grams) => new Set(grams));

const scoresOf = (grams: readonly string[]): Record<number, number> => {
  const scores: Record<number, number> = {};
  index.search(new Set(grams), (entry, score) => (scores[entry] = score));
  return scores;
};
const index = createGramIndex(ENTRIES);

describe('the index of grams', () => {
  it('gives an entry with the very grams of the query one', () => {
    ENTRIES.forEach((grams, entry) => expect(scoresOf([...grams])[entry]).toBeCloseTo(1, 9));
  });

  it('gives the cosine of vectors that are weighted by rarity', () => {
    const weight = (entriesWith: number) => Math.log(1 + ENTRIES.length / entriesWith);
    const cosine = weight(2) ** 2 / (Math.hypot(weight(2), weight(1)) * Math.hypot(weight(2), weight(1)));
    expect(scoresOf(['结', '婚'])[2]).toBeCloseTo(1, 9);
    expect(scoresOf(['离', '婚'])[2]).toBeCloseTo(cosine, 9);
  });

  it('counts what no entry has against the query', () => {
    expect(scoresOf(['开', '店', '猫'])[1]).toBeLessThan(scoresOf(['开', '店'])[1] ?? 0);
  });

  it('calls back for no entry that shares nothing', () => {
    expect(Object.keys(scoresOf(['婚']))).toEqual(['2', '3']);
    expect(scoresOf(['猫'])).toEqual({});
    expect(scoresOf([])).toEqual({});
  });

  it('starts every search anew', () => {
    const first = scoresOf(['开', '婚']);
    scoresOf(['结', '饭']);
    expect(scoresOf(['开', '婚'])).toEqual(first);
  });
});
