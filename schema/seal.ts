import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { endOfCivilDay } from './civil-day.ts';
import { unauthenticated } from './errors.ts';
import { ROLES, type Viewer } from './viewer.ts';

const SEAL_LIFE_MS = 60_000;
const SEAL_TYPE = 'onefile-viewer+jws';

const sealedViewer = z.object({
  role: z.enum(ROLES),
  client: z.enum(['portal', 'widget', 'api']),
  assurance: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  subject: z.string().nullable(),
  department: z.string().nullable(),
  district: z.string().nullable(),
  purpose: z.string().nullable(),
  caseNo: z.string().nullable(),
  actingFor: z.string().nullable(),
  sources: z.array(z.string()),
  today: z.string(),
});
const sealedClaims = z.object({ viewer: sealedViewer, exp: z.number() });

export type Sealer = (viewer: Viewer) => Promise<{ seal: string; expiresAt: number }>;

/**
 * Seals viewers as compact JWS (RFC 7515) with EdDSA; only the gateway holds the private key. A seal lives 60 s and
 * never past midnight in Shanghai, so that its `today` is always true. `expiresAt` is in epoch milliseconds.
 */
export const createSealer = async (privateKey: JWK, clock: () => Date): Promise<Sealer> => {
  const key = await importJWK(privateKey, 'EdDSA');
  const header = { alg: 'EdDSA', typ: SEAL_TYPE, ...(privateKey.kid === undefined ? {} : { kid: privateKey.kid }) };
  return async (viewer) => {
    const now = clock();
    const expiresAt = Math.min(now.getTime() + SEAL_LIFE_MS, endOfCivilDay(now));
    const payload = new TextEncoder().encode(JSON.stringify({ viewer, exp: expiresAt }));
    return { seal: await new CompactSign(payload).setProtectedHeader(header).sign(key), expiresAt };
  };
};

export type SealOpener = (seal: string | undefined) => Promise<Viewer>;

/**
 * Opens seals by the gateway's public keys (a key ring by `kid`). Each seal is verified once and remembered until it
 * ends. Rejects with UNAUTHENTICATED for a missing, old, altered or foreign seal, whoever calls.
 */
export const createSealOpener = (publicKeys: JSONWebKeySet, clock: () => Date): SealOpener => {
  const keyRing = createLocalJWKSet(publicKeys);
  const opened = new LRUCache<string, z.infer<typeof sealedClaims>>({ max: 10_000 });

  const verify = async (seal: string) => {
    const { payload, protectedHeader } = await compactVerify(seal, keyRing, { algorithms: ['EdDSA'] });
    if (protectedHeader.typ !== SEAL_TYPE) throw unauthenticated();
    return sealedClaims.parse(JSON.parse(new TextDecoder().decode(payload)));
  };

  return async (seal) => {
    if (seal === undefined) throw unauthenticated();
    let claims = opened.get(seal);
    if (claims === undefined) {
      claims = await verify(seal).catch(() => {
        throw unauthenticated();
      });
      opened.set(seal, claims);
    }
    if (claims.exp <= clock().getTime()) throw unauthenticated();
    return claims.viewer;
  };
};
