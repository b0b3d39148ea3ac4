import { withWork } from './with-work.ts';

const USAGE = `usage: dead-letters           subjects whose tags could not be derived, with the reason
       dead-letters --retry   has all of them derived again`;

const [option, ...more] = process.argv.slice(2);
if (more.length > 0 || (option !== undefined && option !== '--retry')) {
  const isAsked = option === '--help' && more.length === 0;
  (isAsked ? console.log : console.error)(USAGE);
  process.exit(isAsked ? 0 : 2);
}
if (option === '--retry') {
  const count = await withWork((work) => work.retryDeadLetters());
  console.log(`${count} subjects stand in the queue again.`);
} else {
  const letters = await withWork((work) => work.findDeadLetters());
  for (const { subject, attempts, reason } of letters) console.log([subject, attempts, reason].join('\t'));
  console.error(`${letters.length} dead letters`);
}
