import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK, JSONWebKeySet } from 'jose';
import { EnvironmentError } from '../schema/environment.ts';
import type { GatewayConfig } from './config.ts';
import { loadOrCreateKey, toPublicKey } from './issuer/key-file.ts';

/**
 * The private key that seals viewers: `SEAL_KEY` (JSON or a path), or one kept under `ONEFILE_DATA`. Throws an
 * EnvironmentError for a text that is no JSON.
 */
export const loadSealKey = async (config: Pick<GatewayConfig, 'SEAL_KEY' | 'ONEFILE_DATA'>): Promise<JWK> => {
  const { SEAL_KEY } = config;
  if (SEAL_KEY === undefined) return loadOrCreateKey(join(config.ONEFILE_DATA, 'seal-key.json'));
  try {
    return JSON.parse(SEAL_KEY.startsWith('{') ? SEAL_KEY : await readFile(SEAL_KEY, 'utf8')) as JWK;
  } catch (cause) {
    throw new EnvironmentError('SEAL_KEY: must be a private JWK, as JSON or the path of one.', { cause });
  }
};

/** What subgraphs take as `SEAL_JWKS`. */
export const toSealJwks = (privateKey: JWK): JSONWebKeySet => ({ keys: [toPublicKey(privateKey)] });
