import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  EnvironmentError,
  nodeEnvironment,
  readVariables,
  refuseInProduction,
  type Variables,
} from '../../schema/environment.ts';
import { environment as ofEveryRegistry } from '../kit/config.ts';
import { createIdentityKeys, type IdentityKeys } from './identity-keys.ts';

const identityEnvironment = z.object({
  NODE_ENV: nodeEnvironment,
  IDENTITY_KEYS: z
    .string()
    .optional()
    .describe(
      'Keys of ID numbers, {"current":1,"keys":{"1":"<32 bytes, base64>"}}, as JSON or a path; empty, outside production: one under ONEFILE_DATA',
    ),
});

/** Every variable of `personal`: what each registry reads, and the keys of ID numbers. */
export const environment = ofEveryRegistry.extend({ IDENTITY_KEYS: identityEnvironment.shape.IDENTITY_KEYS });

/** Throws an EnvironmentError that names what is missing. */
export const readConfig = (variables: Variables = process.env): z.infer<typeof environment> =>
  readVariables(environment, variables);

const keyRing = z.object({ current: z.number().int().positive(), keys: z.record(z.string(), z.string()) });

/**
 * Reads the key ring; without IDENTITY_KEYS from a file in the data folder, made on first use, for development. Throws an
 * EnvironmentError for a malformed ring, and in production without one.
 */
export const readIdentityKeys = (dataFolder: string, variables: Variables = process.env): IdentityKeys => {
  const { IDENTITY_KEYS: given, NODE_ENV } = readVariables(identityEnvironment, variables);
  if (given === undefined) {
    refuseInProduction(NODE_ENV === 'production', 'A key of ID numbers made up here', 'IDENTITY_KEYS');
    return createIdentityKeys(keyRing.parse(JSON.parse(ownKeyFile(dataFolder))));
  }
  try {
    return createIdentityKeys(keyRing.parse(JSON.parse(given.startsWith('{') ? given : readFileSync(given, 'utf8'))));
  } catch (cause) {
    throw new EnvironmentError('IDENTITY_KEYS: must be a ring of keys, as JSON or the path of one.', { cause });
  }
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
