import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { affairRules } from './affairs/rules.ts';
import { affairsTable } from './affairs/table.ts';
import * as archive from './drops/archive.ts';
import * as enterprises from './drops/enterprises.ts';
import { endorsements, licenceDrops, statusChanges } from './drops/licences.ts';
import * as personal from './drops/personal.ts';
import * as transactions from './drops/transactions.ts';
import { loadSources } from './writing/declarations.ts';

interface Written {
  source: string;
  headers: readonly string[];
}
const isDrop = (value: unknown): value is Written => typeof value === 'object' && value !== null && 'headers' in value;

const exported: readonly unknown[] = [personal, enterprises, archive, transactions].flatMap((each): unknown[] =>
  Object.values(each),
);
const written = new Map(
  [...exported, ...licenceDrops.values(), endorsements, statusChanges]
    .filter(isDrop)
    .map((drop) => [drop.source, drop]),
);
const declared = loadSources();
const registries = new Set([...declared.keys()].map((source) => source.split('.')[0]));
/** What departments of a city that begins today have not to say. */
const NOT_WRITTEN = new Set(['transactions.closures', 'transactions.waiting-times']);

describe('the drops of a city', () => {
  const known = [...written.values()].filter(({ source }) => registries.has(source.split('.')[0]));

  it.each(known)('$source has the headers that its registry declares', ({ source, headers }) => {
    const declaration = declared.get(source);
    const required = Object.entries(declaration?.columns ?? {})
      .filter(([, { optional }]) => !optional)
      .map(([header]) => header);
    expect(headers.filter((header) => declaration?.columns[header] === undefined)).toEqual([]);
    expect(required.filter((header) => !headers.includes(header))).toEqual([]);
  });

  it('are all that registries declare', () => {
    expect([...declared.keys()].filter((source) => !written.has(source) && !NOT_WRITTEN.has(source))).toEqual([]);
    expect(known.length).toBeGreaterThan(25);
  });
});

describe('the rules of what is applied for', () => {
  it('stand in the README as they are', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    expect(readme.replaceAll(/ +\|/g, ' |').replaceAll(/-{3,}/g, '---')).toContain(affairsTable());
  });

  it('name services that the catalogue has', () => {
    const folder = join(import.meta.dirname, '../../subgraphs/transactions/catalogue/services');
    const services = existsSync(folder)
      ? new Set(
          readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
            path.replace(/^.*\//, '').replace(/\.yaml$/, ''),
          ),
        )
      : null;
    const named = Object.values(affairRules).flatMap((rules) =>
      Object.values(rules)
        .flat()
        .flatMap(({ service, renewal = service }) => [service, renewal]),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((service) => services?.has(service) === false)).toEqual([]);
  });
});
