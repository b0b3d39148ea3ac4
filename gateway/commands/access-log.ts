import { withWork } from './with-work.ts';

if (process.argv[2] !== 'verify') {
  console.error('usage: access-log verify');
  process.exit(2);
}
const { lines, expired, anchors, faults, notes } = await withWork((work) => work.verifyAccessLog());
for (const line of [...faults, ...notes]) console.log(line);
console.log(
  `${lines} lines, ${expired} of them without detail, ${anchors} anchors: ${faults.length === 0 ? 'unchanged' : 'CHANGED'}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
