import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createIssuerKeys, createTokenVerifier, type TokenVerifier } from '../../../gateway/sign-in/token-verifier.ts';

// It warns of being tried out, which is what is done here.
jest.spyOn(console, 'warn').mockReturnValue(undefined);
const { Provider } = await import('oidc-provider');

const AUDIENCE = 'onefile';

/** A real OpenID provider on loopback, whose keys can be exchanged while it runs. */
const startProvider = async () => {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration = (keys: JWK[]) => ({
    jwks: { keys },
    clients: [
      {
        client_id: 'tagging',
        client_secret: 'secret',
        id_token_signed_response_alg: 'ES256',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    ttl: { ClientCredentials: 600 },
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE_URL,
        getResourceServerInfo: () => ({
          scope: 'read',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ role: 'system', sub: 'tagging', acr: '2' }),
  });
  let listener: ReturnType<InstanceType<typeof Provider>['callback']>;
  const useKeys = (keys: JWK[]) => {
    listener = new Provider(issuer, configuration(keys)).callback();
  };
  let fetchedKeys = 0;
  server.on('request', (request, response) => {
    if (request.url === '/jwks') fetchedKeys++;
    void listener(request, response);
  });
  return {
    issuer,
    useKeys,
    fetchedKeys: () => fetchedKeys,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async token() {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from('tagging:secret').toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'read' }),
      });
      const answer = (await response.json()) as { access_token?: string };
      const { access_token: token } = answer;
      if (token === undefined) throw new Error(`The provider gave no token: ${JSON.stringify(answer)}`);
      return token;
    },
  };
};
const AUDIENCE_URL = 'urn:onefile:gateway';

const makeKey = async (kid: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
};

describe('sign-in by a real OpenID provider', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let first: JWK;
  let verify: TokenVerifier;
  const verifierOf = (audience: string) =>
    createTokenVerifier(createIssuerKeys(provider.issuer, undefined), {
      isIssuer: (name) => name === provider.issuer,
      audience,
      algorithms: ['ES256'],
      clockSkew: 5,
      clock: () => new Date(),
    });
  beforeAll(async () => {
    provider = await startProvider();
    first = await makeKey('first');
    provider.useKeys([first]);
    verify = verifierOf(AUDIENCE);
  });
  afterAll(() => provider.stop());

  it('takes its tokens, with the keys found by discovery and fetched once', async () => {
    expect(await verify(await provider.token())).toMatchObject({ role: 'system', sub: 'tagging', aud: AUDIENCE });
    await verify(await provider.token());
    expect(provider.fetchedKeys()).toBe(1);
  });

  it('refuses a token for another audience', async () => {
    await expect(verifierOf('another')(await provider.token())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('follows a rotation of keys, and refuses what the withdrawn key signed', async () => {
    const rotating = createTokenVerifier(createIssuerKeys(provider.issuer, `${provider.issuer}/jwks`, 0), {
      isIssuer: (name) => name === provider.issuer,
      audience: AUDIENCE,
      algorithms: ['ES256'],
      clockSkew: 5,
      clock: () => new Date(),
    });
    const old = await provider.token();
    await rotating(old);
    const second = await makeKey('second');
    provider.useKeys([second, first]);
    await rotating(await provider.token());
    await rotating(old);
    provider.useKeys([second]);
    await expect(verifierOf(AUDIENCE)(old)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await rotating(await provider.token());
  });

  it('does not ask the provider for every forged key id', async () => {
    const before = provider.fetchedKeys();
    const [, payload, signature] = (await provider.token()).split('.');
    const cold = verifierOf(AUDIENCE);
    for (let index = 0; index < 20; index++) {
      const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid: `forged-${index}` })).toString('base64url');
      await expect(cold(`${header}.${payload ?? ''}.${signature ?? ''}`)).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
    expect(provider.fetchedKeys() - before).toBe(1);
  });
});
