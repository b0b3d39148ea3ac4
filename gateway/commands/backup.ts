import { resolve } from 'node:path';
import { withWork } from './with-work.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  console.error('usage: backup <new folder>');
  process.exit(2);
}
const { at, files, rows } = await withWork((work) => work.backUp(resolve(folder)));
const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
console.log(`${total} rows of ${Object.keys(rows).length} tables as of ${at}: ${Object.keys(files).join(', ')}`);
console.log('The keys are not in it: back up IDENTITY_KEYS, or identity-keys.json of the data folder, apart from it.');
