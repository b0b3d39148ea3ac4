import { randomBytes } from 'node:crypto';
import { createKey } from '../issuer/key-file.ts';
import { toSealJwks } from '../seal-key.ts';

// Fresh keys as lines of an environment file; nothing is kept here.
const sealKey = await createKey();
const identityKeys = { current: 1, keys: { '1': randomBytes(32).toString('base64') } };
for (const [name, value] of Object.entries({
  SEAL_KEY: sealKey,
  SEAL_JWKS: toSealJwks(sealKey),
  IDENTITY_KEYS: identityKeys,
}))
  console.log(`${name}='${JSON.stringify(value)}'`);
