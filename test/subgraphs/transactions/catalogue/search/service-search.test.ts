import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { createServiceSearch } from '../../../../../subgraphs/transactions/catalogue/search/service-search.ts';
import { loadServiceCatalogue } from '../../../../../subgraphs/transactions/catalogue/service-catalogue.ts';

const catalogue = loadServiceCatalogue();
const search = createServiceSearch(catalogue);

interface Query {
  query: string;
  first: string;
}
const read = (file: string) =>
  parse(readFileSync(path.join(import.meta.dirname, '..', file), 'utf8')) as readonly Query[];
const queries = read('queries.yaml');
const unseen = read('unseen-queries.yaml');
const missed = (asked: readonly Query[]) => asked.filter(({ query, first }) => search(query)[0] !== first);

describe('the search for services', () => {
  it('has the right service first for nine of ten of the hundred queries', () => {
    expect(queries).toHaveLength(100);
    expect(missed(queries).length).toBeLessThanOrEqual(10);
  });

  it('has it first for seventeen of twenty that it was not built for', () => {
    expect(unseen.length).toBeGreaterThanOrEqual(75);
    expect(missed(unseen).length).toBeLessThanOrEqual(unseen.length * 0.15);
  });

  it('is judged by services that there are, and by no query twice', () => {
    const all = [...queries, ...unseen];
    expect(all.filter(({ first }) => !catalogue.services.has(first))).toEqual([]);
    expect(new Set(all.map(({ query }) => query)).size).toBe(all.length);
  });

  it.each(['开饭店', 'kfd', 'kaifandian', 'open a restaurant', 'OPEN A RESTAURENT', 'kaifand'])(
    'leads from %s to the food permit',
    (text) => {
      expect(search(text)[0]).toBe('food-permit-new');
    },
  );

  it('finds every service by its name in either language, and by the pinyin of it', () => {
    const lost = [...catalogue.services.values()].filter(({ code, name, nameEn }) =>
      [name, nameEn].some((text) => search(text)[0] !== code),
    );
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  it('finds nothing for a text that says nothing', () => {
    for (const text of ['', '   ', '？！', '😀', 'zzzzqqqq']) expect(search(text)).toEqual([]);
  });

  it('keeps to the audience, services for both included, and to the department', () => {
    const enterprise = search('许可', { audience: 'ENTERPRISE' });
    expect(enterprise.length).toBeGreaterThan(20);
    expect(enterprise.filter((code) => catalogue.services.get(code)?.audience === 'CITIZEN')).toEqual([]);
    expect(search('注册公司', { audience: 'CITIZEN' })).toContain('company-establishment');
    const tax = search('证明', { department: 'tax' });
    expect(tax.length).toBeGreaterThan(2);
    expect(tax.filter((code) => catalogue.services.get(code)?.department !== 'tax')).toEqual([]);
  });

  it('names a service once, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...queries.map(({ query }) => query))),
        (text) => {
          const found = search(text);
          expect(new Set(found).size).toBe(found.length);
          expect(search(text)).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes a text of any length', () => {
    expect(search('开饭店'.repeat(20_000))[0]).toBe('food-permit-new');
    expect(() => search('a'.repeat(100_000))).not.toThrow();
  });
});
