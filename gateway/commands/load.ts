import { resolve } from 'node:path';
import { toText } from '../../subgraphs/kit/ingest/report.ts';
import { withWork } from './with-work.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: load <folder of drops named registry.drop.csv, .ndjson, or with .gz>');
  process.exit(2);
}
const reports = await withWork((work) => work.load(resolve(folder)));
for (const report of reports) console.log(toText(report));
if (reports.length === 0) console.error(`No drop of a declared source lies in ${folder}.`);
process.exitCode = reports.length === 0 ? 2 : reports.some(({ refused }) => refused !== null) ? 1 : 0;
