import { copyFileSync, readFileSync } from 'node:fs';
import { findContractChanges } from './breaking/changes.ts';
import { schemaPath } from './compose/generated-file.ts';

const present = schemaPath('api.graphql');
const released = schemaPath('released/api.graphql');

if (process.argv.includes('--release')) {
  copyFileSync(present, released);
} else {
  const { breaking, dangerous } = findContractChanges(readFileSync(released, 'utf8'), readFileSync(present, 'utf8'));
  for (const line of dangerous) console.log(`dangerous ${line}`);
  for (const line of breaking) console.error(`breaking  ${line}`);
  if (breaking.length > 0) process.exitCode = 1;
}
