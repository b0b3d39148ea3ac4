import { join } from 'node:path';
import type { GatewayConfig } from '../config.ts';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../issuer/issuer.ts';
import { createIssuerKeys, createTokenVerifier, type TokenVerifier } from './token-verifier.ts';
import { loadOrCreateSecret } from '../issuer/system-client.ts';

export interface TokenSource {
  verify: TokenVerifier;
  /** Null with an issuer of one's own. */
  development: { issuer: DevelopmentIssuer; systemSecret: string } | null;
}

/** Where tokens come from: the OIDC issuer of the configuration, or the embedded one for development. */
export const createTokenSource = async (config: GatewayConfig, clock: () => Date): Promise<TokenSource> => {
  const rules = {
    audience: config.OIDC_AUDIENCE,
    algorithms: config.OIDC_ALGORITHMS,
    clockSkew: config.OIDC_CLOCK_SKEW,
    clock,
  };
  const { OIDC_ISSUER } = config;
  if (OIDC_ISSUER !== undefined) {
    const keys = createIssuerKeys(OIDC_ISSUER, config.OIDC_JWKS_URI);
    return {
      verify: createTokenVerifier(keys, { ...rules, isIssuer: (name) => name === OIDC_ISSUER }),
      development: null,
    };
  }
  const issuer = await createDevelopmentIssuer({
    dataFolder: config.ONEFILE_DATA,
    port: config.PORT,
    audience: config.OIDC_AUDIENCE,
    isProduction: config.isProduction,
    clock,
  });
  const systemSecret = await loadOrCreateSecret(join(config.ONEFILE_DATA, 'system-client-secret'));
  return {
    verify: createTokenVerifier(issuer.keys, { ...rules, isIssuer: issuer.isIssuer }),
    development: { issuer, systemSecret },
  };
};
