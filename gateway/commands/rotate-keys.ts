import { withWork } from './with-work.ts';

if (process.argv.length > 2) {
  console.error('usage: rotate-keys; it takes the keys from where the server does');
  process.exit(2);
}
const { current, moved } = await withWork((work) => work.rotateIdentityKeys());
console.log(`${moved} numbers were moved to key ${current}.`);
