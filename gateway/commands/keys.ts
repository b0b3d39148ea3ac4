import { randomBytes } from 'node:crypto';

const USAGE = 'usage: keys; it prints fresh keys as lines of an environment file';

const [first] = process.argv.slice(2);
if (first === '--help') {
  console.log(USAGE);
  process.exit();
}
if (first !== undefined) {
  console.error(USAGE);
  process.exit(2);
}
const { createKey } = await import('../issuer/key-file.ts');
const { toSealJwks } = await import('../seal-key.ts');

// Nothing of them is kept here.
const sealKey = await createKey();
const identityKeys = { current: 1, keys: { '1': randomBytes(32).toString('base64') } };
for (const [name, value] of Object.entries({
  SEAL_KEY: sealKey,
  SEAL_JWKS: toSealJwks(sealKey),
  IDENTITY_KEYS: identityKeys,
}))
  console.log(`${name}='${JSON.stringify(value)}'`);
