import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IdentityResolver } from '../../../subgraphs/kit/definition.ts';
import { createGatewayClient } from '../../../subgraphs/kit/gateway-client.ts';
import { createGatewayIdentities } from '../../../subgraphs/kit/gateway-identities.ts';

interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Answer {
  status?: number;
  body: unknown;
}

/** Knows every number that ends in an even digit. */
const toCitizen = (number: string) => (Number(number.at(-1)) % 2 === 0 ? { id: `c1_${number}` } : null);

const answerNumbers = ({ body }: Asked): Answer => {
  const { variables } = JSON.parse(body) as { variables: { idNumbers: string[] } };
  return { body: { data: { citizensByIdNumber: variables.idNumbers.map(toCitizen) } } };
};

describe('the exchange of ID numbers through the gateway', () => {
  let server: Server;
  let asked: Asked[];
  let identities: IdentityResolver;
  let now: number;
  let tokens: number;
  let onToken: () => Answer;
  let onGraphql: (one: Asked) => Answer;

  beforeEach(async () => {
    asked = [];
    now = Date.parse('2026-11-22T02:00:00Z');
    tokens = 0;
    onToken = () => ({ body: { access_token: `token-${(tokens += 1)}`, expires_in: 300 } });
    onGraphql = answerNumbers;
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const one = { path: request.url ?? '', headers: request.headers, body };
        asked.push(one);
        const { status = 200, body: answer } = one.path === '/token' ? onToken() : onGraphql(one);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    identities = createGatewayIdentities(
      createGatewayClient(
        { gatewayUrl: url, tokenUrl: `${url}/token`, clientId: 'enterprises', clientSecret: 's&cret' },
        () => new Date(now),
      ),
    );
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const requests = (path: string) => asked.filter((one) => one.path === path);

  it('asks for a token with its credentials, and answers by position', async () => {
    expect(await identities.resolve(['n2', 'n3', 'n4'])).toEqual(['c1_n2', null, 'c1_n4']);
    const [token] = requests('/token');
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'enterprises',
      client_secret: 's&cret',
    });
    expect(requests('/graphql')[0]?.headers.authorization).toBe('Bearer token-1');
  });

  it('asks nobody for nothing', async () => {
    expect(await identities.resolve([])).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('asks for at most 500 at once, in their order', async () => {
    const numbers = Array.from({ length: 1_201 }, (_, index) => `n${index}`);
    const resolved = await identities.resolve(numbers);
    expect(resolved).toEqual(numbers.map((number) => toCitizen(number)?.id ?? null));
    const sizes = requests('/graphql').map(
      ({ body }) => (JSON.parse(body) as { variables: { idNumbers: string[] } }).variables.idNumbers.length,
    );
    expect(sizes).toEqual([500, 500, 201]);
    expect(tokens).toBe(1);
  });

  it('keeps a token until half a minute before its end', async () => {
    await identities.resolve(['n2']);
    now += 269_000;
    await identities.resolve(['n2']);
    expect(tokens).toBe(1);
    now += 2_000;
    await identities.resolve(['n2']);
    expect(requests('/graphql').map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('gets another token when the gateway refuses the one it has, once', async () => {
    await identities.resolve(['n2']);
    onGraphql = (one) =>
      one.headers.authorization === 'Bearer token-1'
        ? { status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } }
        : answerNumbers(one);
    expect(await identities.resolve(['n2'])).toEqual(['c1_n2']);
    expect(tokens).toBe(2);

    onGraphql = () => ({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    await expect(identities.resolve(['n2'])).rejects.toThrow('The gateway answered 401 UNAUTHENTICATED.');
    expect(tokens).toBe(3);
  });

  it('says that no token was given, and tells no secret', async () => {
    onToken = () => ({ status: 401, body: { error: 'invalid_client' } });
    await expect(identities.resolve(['n2'])).rejects.toThrow('The token endpoint answered 401.');
    expect(requests('/graphql')).toEqual([]);
  });

  it.each<[string, Answer, string]>([
    [
      'an error',
      { body: { data: null, errors: [{ message: 'x', extensions: { code: 'UNAVAILABLE' } }] } },
      'The gateway answered 200 UNAVAILABLE.',
    ],
    ['no list', { body: { data: { citizensByIdNumber: null } } }, 'The gateway answered 200.'],
    ['fewer than asked', { body: { data: { citizensByIdNumber: [] } } }, 'The gateway answered 0 of 1 ID numbers.'],
    ['another status', { status: 503, body: {} }, 'The gateway answered 503.'],
  ])('takes nobody for unknown when the gateway answers %s', async (_name, answer, message) => {
    onGraphql = () => answer;
    await expect(identities.resolve(['n2'])).rejects.toThrow(message);
  });

  it('takes nobody for unknown when the answer is no JSON', async () => {
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      response.end(request.url === '/token' ? JSON.stringify(onToken().body) : '<html>');
    });
    await expect(identities.resolve(['n2'])).rejects.toThrow('The gateway answered 200.');
  });
});
