import { join } from 'node:path';
import { createLocalJWKSet, importJWK, SignJWT, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { EnvironmentError } from '../../schema/environment.ts';
import { loadOrCreateKey, toPublicKey } from './key-file.ts';

/** Claims of a token beside the registered ones, under their default names. */
export interface TokenClaims {
  sub: string;
  role: 'citizen' | 'staff' | 'analyst' | 'operator' | 'system' | 'source';
  acr?: string;
  id_number?: string;
  department?: string;
  district?: string;
  sources?: readonly string[];
  client?: 'portal' | 'widget' | 'api';
}

/** The embedded issuer for development: real tokens, made without asking who is there. */
export interface DevelopmentIssuer {
  mint(claims: TokenClaims, seconds?: number): Promise<string>;
  keys: JWTVerifyGetKey;
  jwks: JSONWebKeySet;
  /** Its name is the address it is reached by, which differs with the port; the key is what counts. */
  isIssuer: (issuer: string) => boolean;
}

export interface DevelopmentIssuerOptions {
  dataFolder: string;
  port: number;
  audience: string;
  isProduction: boolean;
  clock?: () => Date;
}

export const issuerUrl = (port: number): string => `http://localhost:${port}`;

/** Throws when `NODE_ENV=production`. Its key lies under `dataFolder`, so the token command and the server share it. */
export const createDevelopmentIssuer = async (options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> => {
  const { dataFolder, port, audience, isProduction, clock = () => new Date() } = options;
  if (isProduction) throw new EnvironmentError('The development issuer is refused when NODE_ENV=production.');
  const privateJwk = await loadOrCreateKey(join(dataFolder, 'issuer-key.json'));
  const privateKey = await importJWK(privateJwk, 'EdDSA');
  const jwks = { keys: [toPublicKey(privateJwk)] };
  return {
    jwks,
    keys: createLocalJWKSet(jwks),
    isIssuer: (issuer) => /^http:\/\/localhost:\d{1,5}$/.test(issuer),
    mint: (claims, seconds = 86_400) => {
      const now = Math.floor(clock().getTime() / 1_000);
      return new SignJWT({ ...claims })
        .setProtectedHeader({
          alg: 'EdDSA',
          typ: 'JWT',
          ...(privateJwk.kid === undefined ? {} : { kid: privateJwk.kid }),
        })
        .setIssuer(issuerUrl(port))
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(privateKey);
    },
  };
};
