import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface SmallIssuer {
  readonly url: string;
  mint(claims: Readonly<Record<string, unknown>>): Promise<string>;
  close(): void;
}

/** An OpenID issuer on loopback that tells its keys, and gives its one client a token of role `system`. */
export const startIssuer = async (audience: string, clientSecret: string): Promise<SmallIssuer> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return answer(200, { issuer: url, jwks_uri: `${url}/jwks`, token_endpoint: `${url}/token` });
    if (request.url === '/jwks') return answer(200, { keys: [jwk] });
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
      if (!`${text} ${basic}`.includes(clientSecret)) return answer(401, { error: 'invalid_client' });
      void mint({ sub: 'registry', role: 'system', acr: '2' }).then((access_token) =>
        answer(200, { access_token, token_type: 'Bearer', expires_in: 600 }),
      );
    });
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mint: SmallIssuer['mint'] = (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'JWT' })
      .setIssuer(url)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
  return {
    url,
    mint,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
