import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createServiceSearch } from '../../subgraphs/transactions/catalogue/search/service-search.ts';
import {
  loadServiceCatalogue,
  type ServiceCatalogue,
} from '../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { median, percentile, round, type Bench, type Measure } from './measure.ts';

const FOLDER = new URL('../subgraphs/transactions/catalogue/', import.meta.url);
const RUNS = 100;
const WARM_UP = 20;

type Search = (text: string) => readonly string[];

/** What there is without an index: every name and alias that has the text in it, in the order of the catalogue. */
const createScan = ({ services }: ServiceCatalogue): Search => {
  const named = [...services.values()].map(({ code, name, nameEn, aliases, aliasesEn }) => ({
    code,
    names: [name, nameEn, ...aliases, ...aliasesEn].map((each) => each.toLowerCase()),
  }));
  return (text) => {
    const sought = text.toLowerCase();
    return named.flatMap(({ code, names }) => (names.some((each) => each.includes(sought)) ? [code] : []));
  };
};

interface Query {
  query: string;
  first: string;
}
const read = (file: string): readonly Query[] => parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Query[];

const rateOf = (search: Search, queries: readonly Query[]): number =>
  queries.filter(({ query, first }) => search(query)[0] === first).length / queries.length;

const timeOf = (search: Search, text: string): number => {
  const began = performance.now();
  search(text);
  return performance.now() - began;
};

const run = async (): Promise<readonly Measure[]> => {
  const queries = read('queries.yaml');
  const catalogue = loadServiceCatalogue();
  const search = createServiceSearch(catalogue);
  const scan = createScan(catalogue);

  // Each query's median keeps out what else the machine does; both are timed in turn.
  const slowest = queries.map(({ query }) => {
    const times = { search: [] as number[], scan: [] as number[] };
    for (let round = -WARM_UP; round < RUNS; round += 1) {
      const [searched, scanned] = [timeOf(search, query), timeOf(scan, query)];
      if (round < 0) continue;
      times.search.push(searched);
      times.scan.push(scanned);
    }
    return { search: median(times.search), scan: median(times.scan) };
  });
  const searched = percentile(
    slowest.map((each) => each.search),
    99,
  );
  const scanned = percentile(
    slowest.map((each) => each.scan),
    99,
  );
  const rate = (name: string, asked: readonly Query[]): Measure => {
    const [found, foundByScan] = [rateOf(search, asked), rateOf(scan, asked)];
    return {
      name,
      value: round(found),
      unit: 'of queries',
      baseline: `a scan of names and aliases by includes, ${round(foundByScan)}`,
      ratio: round(found / foundByScan),
    };
  };
  return [
    rate('first_hit_rate', queries),
    rate('first_hit_rate_unseen', read('unseen-queries.yaml')),
    {
      name: 'query_p99',
      value: round(searched),
      unit: 'ms',
      baseline: `a scan of names and aliases by includes, ${round(scanned)} ms`,
      ratio: round(scanned / searched),
    },
  ];
};

export const search: Bench = {
  name: 'search',
  description:
    'The search for services over the whole catalogue: a hundred queries as people type them, against a scan',
  run,
};
