import { resolve } from 'node:path';
import { toText } from '../../subgraphs/kit/ingest/report.ts';
import { withWork } from './with-work.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || (folder.startsWith('-') && folder !== '--demo')) {
  console.error('usage: load <folder of drops named registry.drop.csv, .ndjson, or with .gz>\n       load --demo');
  process.exit(2);
}
const reports = await withWork((work) => work.load(folder === '--demo' ? null : resolve(folder)));
for (const report of reports) console.log(toText(report));
if (reports.length === 0)
  console.error(
    `No drop of a declared source lies in ${folder}: files are named registry.drop.csv, such as personal.citizens.csv.`,
  );
process.exitCode = reports.length === 0 ? 2 : reports.some(({ refused }) => refused !== null) ? 1 : 0;
