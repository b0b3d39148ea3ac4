import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { unauthenticated, unavailable } from '../../schema/errors.ts';

/** Verifies a bearer token. Rejects with UNAUTHENTICATED for a bad one, UNAVAILABLE when the issuer's keys cannot be had. */
export type TokenVerifier = (token: string) => Promise<JWTPayload & { exp: number }>;

export interface TokenRules {
  isIssuer: (issuer: string) => boolean;
  audience: string;
  algorithms: readonly string[];
  /** Seconds. */
  clockSkew: number;
  clock: () => Date;
}

/** What jose throws when a token is at fault, rather than the way to the issuer. */
const isTokenAtFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';

export const createTokenVerifier = (keys: JWTVerifyGetKey, rules: TokenRules): TokenVerifier => {
  return async (token) => {
    const verified = await jwtVerify(token, keys, {
      audience: rules.audience,
      algorithms: [...rules.algorithms],
      clockTolerance: rules.clockSkew,
      requiredClaims: ['iss', 'aud', 'exp'],
      currentDate: rules.clock(),
    }).catch((error: unknown) => {
      throw isTokenAtFault(error) ? unauthenticated() : unavailable();
    });
    const { iss, exp } = verified.payload;
    if (iss === undefined || exp === undefined || !rules.isIssuer(iss)) throw unauthenticated();
    return { ...verified.payload, exp };
  };
};

/**
 * The keys of an issuer, fetched again when a token names an unknown one (at most every 10 s), and every 10 minutes.
 * The issuer is found with the first token, and looked for again until it answers.
 */
export const createIssuerKeys = (issuer: string, jwksUri: string | undefined, cooldown = 10_000): JWTVerifyGetKey => {
  let found: Promise<JWTVerifyGetKey> | null = null;
  const find = async (): Promise<JWTVerifyGetKey> => {
    const uri = jwksUri ?? (await discoverJwksUri(issuer));
    return createRemoteJWKSet(new URL(uri), {
      cooldownDuration: cooldown,
      cacheMaxAge: 600_000,
      timeoutDuration: 3_000,
    });
  };
  return async (header, token) => {
    found ??= find().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return (await found)(header, token);
  };
};

const discoverJwksUri = async (issuer: string): Promise<string> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  const document: unknown = await response.json();
  const found =
    typeof document === 'object' && document !== null && 'issuer' in document && 'jwks_uri' in document
      ? document
      : null;
  if (found?.issuer !== issuer || typeof found.jwks_uri !== 'string') {
    throw new Error(`${url} must be the configuration of ${issuer}.`);
  }
  return found.jwks_uri;
};
