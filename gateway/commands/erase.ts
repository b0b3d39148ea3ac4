import { withWork } from './with-work.ts';

const [citizen] = process.argv.slice(2);
if (citizen?.startsWith('c1_') !== true) {
  console.error('usage: erase <citizen id, c1_…>');
  process.exit(2);
}
await withWork((work) => work.erase(citizen));
console.log(`${citizen} is erased; the registries follow within a second of running.`);
