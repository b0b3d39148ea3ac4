import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createIdentityKeys, type IdentityKeys } from './identity-keys.ts';

const keyRing = z.object({ current: z.number().int().positive(), keys: z.record(z.string(), z.string()) });

/** What `personal` reads from the environment beside what every subgraph does. */
export const personalEnvironment = z.object({
  IDENTITY_KEYS: z
    .string()
    .optional()
    .describe(
      'Keys of ID numbers: a path or JSON, {"current":1,"keys":{"1":"<32 bytes, base64>"}}; absent: a file of its own',
    ),
});

/** Reads the key ring; without IDENTITY_KEYS from a file in the data folder, made on first use, for development. */
export const readIdentityKeys = (
  dataFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): IdentityKeys => {
  const { IDENTITY_KEYS: given } = personalEnvironment.parse(environment);
  const text =
    given === undefined ? ownKeyFile(dataFolder) : given.startsWith('{') ? given : readFileSync(given, 'utf8');
  return createIdentityKeys(keyRing.parse(JSON.parse(text)));
};

const ownKeyFile = (dataFolder: string): string => {
  const path = join(dataFolder, 'identity-keys.json');
  mkdirSync(dataFolder, { recursive: true });
  const fresh = JSON.stringify({ current: 1, keys: { '1': randomBytes(32).toString('base64') } });
  try {
    // `wx` leaves the file of another process alone: whoever comes first makes the keys.
    writeFileSync(path, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch {
    return readFileSync(path, 'utf8');
  }
};
