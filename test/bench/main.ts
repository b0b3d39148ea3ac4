import { city } from './city/city.ts';
import { deriveBench } from './derive/derive.ts';
import { freshness } from './freshness/freshness.ts';
import { homepage } from './homepage/homepage.ts';
import { ingest } from './ingest.ts';
import type { Bench, Measure } from './measure.ts';
import { population } from './population.ts';
import { probes } from './probes.ts';
import { revocation } from './revocation.ts';
import { search } from './search.ts';

const BENCHES: readonly Bench[] = [
  city,
  deriveBench,
  freshness,
  homepage,
  ingest,
  population,
  probes,
  revocation,
  search,
];

const [name, ...flags] = process.argv.slice(2);
const isJson = flags.includes('--json');

const show = (measures: readonly Measure[]): void => {
  for (const { name: measure, value, unit, baseline, ratio } of measures) {
    console.log(`${measure.padEnd(34)} ${String(value).padStart(10)} ${unit.padEnd(14)} ${ratio} × ${baseline}`);
  }
};

const bench = BENCHES.find((each) => each.name === name);
if (bench === undefined) {
  for (const each of BENCHES) console.log(`${each.name.padEnd(12)} ${each.description}`);
  process.exit(name === 'list' ? 0 : 2);
}
const measures = await bench.run();
if (isJson) console.log(JSON.stringify({ bench: bench.name, measures }));
else show(measures);
process.exit(0);
