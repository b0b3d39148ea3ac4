import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK, JSONWebKeySet } from 'jose';
import type { GatewayConfig } from './config.ts';
import { loadOrCreateKey, toPublicKey } from './issuer/key-file.ts';

/** The private key that seals viewers: `SEAL_KEY` (JSON or a path), or one kept under `ONEFILE_DATA`. */
export const loadSealKey = async (config: Pick<GatewayConfig, 'SEAL_KEY' | 'ONEFILE_DATA'>): Promise<JWK> => {
  const { SEAL_KEY } = config;
  if (SEAL_KEY === undefined) return loadOrCreateKey(join(config.ONEFILE_DATA, 'seal-key.json'));
  return JSON.parse(SEAL_KEY.startsWith('{') ? SEAL_KEY : await readFile(SEAL_KEY, 'utf8')) as JWK;
};

/** What subgraphs take as `SEAL_JWKS`. */
export const toSealJwks = (privateKey: JWK): JSONWebKeySet => ({ keys: [toPublicKey(privateKey)] });
