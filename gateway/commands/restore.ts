import { resolve } from 'node:path';
import { orRefuse } from '../../schema/environment.ts';
import { readConfig } from '../config.ts';
import { withWork } from './with-work.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  console.error('usage: restore <folder of a backup>, with no process running');
  process.exit(2);
}
const { restore } = await import('../standalone/backup/restore.ts');
const restored = await orRefuse(() => restore(resolve(folder), readConfig())).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
const { faults, notes, lines } = await withWork((work) => work.verifyAccessLog());
const { at, rows, tables, feedKeys, differences } = restored;
for (const line of [...differences, ...faults, ...notes]) console.log(line);
console.log(
  `${rows} rows of ${tables} tables as of ${at}, ${feedKeys} keys of the feed cleared, ${lines} lines of the access log`,
);
const isWhole = differences.length === 0 && faults.length === 0;
console.log(isWhole ? 'restored: all stores agree' : 'restored, and NOT what the backup says');
process.exitCode = isWhole ? 0 : 1;
