import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import { itemsOfFacts } from '../../../tagging/derivation/follow-changes.ts';
import { loadTagging } from '../../support/rules.ts';

describe('the facts of tags', () => {
  const granted = loadCatalogue().relations.get('SYSTEM') ?? new Set();

  it.each(Object.entries(loadTagging().types))('of a %s are all granted to the system', (_kind, type) => {
    const asked = [...itemsOfFacts([type])];
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((item) => !granted.has(item))).toEqual([]);
  });
});
