import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

const readKey = async (file: string): Promise<JWK | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${file} holds no private JWK.`, { cause: error });
  }
};

/** A fresh private Ed25519 key, its thumbprint for a name. */
export const createKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const exported = await exportJWK(privateKey);
  return { ...exported, kid: await calculateJwkThumbprint(exported), alg: 'EdDSA', use: 'sig' };
};

/**
 * The private Ed25519 key in a file that only its owner reads; made when there is none. Two processes that make it at
 * once end with the same one.
 */
export const loadOrCreateKey = async (file: string): Promise<JWK> => {
  const existing = await readKey(file);
  if (existing !== null) return existing;
  const key = await createKey();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(key), { mode: 0o600, flush: true });
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(draft);
  const settled = await readKey(file);
  if (settled === null) throw new Error(`${file} vanished while it was made.`);
  return settled;
};

export const toPublicKey = ({ kty, crv, x, y, n, e, kid, alg, use }: JWK): JWK =>
  Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e, kid, alg, use }).filter(([, value]) => value !== undefined),
  );
