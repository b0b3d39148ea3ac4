import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpPushTarget } from '../../gateway/ingest-route.ts';
import { startTestGateway, type TestGateway } from './running-gateway.ts';

interface Arrival {
  url: string | undefined;
  headers: Record<string, unknown>;
  bytes: number;
}

let registry: Server;
let test: TestGateway;
const arrivals: Arrival[] = [];
beforeAll(async () => {
  registry = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      arrivals.push({ url: request.url, headers: request.headers, bytes });
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"rows":1}');
    });
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/graphql`;
  test = await startTestGateway(
    {},
    { push: createHttpPushTarget((name) => ({ personal: url, gone: 'http://127.0.0.1:1' })[name]) },
  );
});
afterAll(async () => {
  await test.stop();
  registry.close();
});
beforeEach(() => {
  arrivals.length = 0;
});

const push = async (source: string, token: string | null, body: string, headers: Record<string, string> = {}) => {
  const response = await test.send(`/ingest/${source}`, {
    method: 'POST',
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as { errors?: { extensions: object }[] } };
};
const sourceToken = (...sources: string[]) => test.issuer.mint({ sub: 's', role: 'source', sources });

describe('pushing a drop', () => {
  it('streams it to the registry that owns the source, under the seal and without the token', async () => {
    const token = await sourceToken('personal.citizens');
    const body = 'x'.repeat(3 * 1024 * 1024);
    const answer = await push('personal.citizens', token, body, {
      'content-type': 'text/csv',
      'x-onefile-manifest': '7',
      cookie: 'a=b',
    });
    expect(answer).toEqual({ status: 202, body: { rows: 1 } });
    const [arrival] = arrivals;
    expect(arrival).toMatchObject({ url: '/ingest/personal.citizens', bytes: body.length });
    expect(arrival?.headers).toMatchObject({ 'content-type': 'text/csv', 'x-onefile-manifest': '7' });
    expect(arrival?.headers['x-onefile-viewer']).toEqual(expect.any(String));
    expect(arrival?.headers).not.toHaveProperty('authorization');
    expect(arrival?.headers).not.toHaveProperty('cookie');
  });

  it('is refused for a source that the account is not bound to, for other roles and for nobody', async () => {
    const refusals = [
      await push('personal.citizens', await sourceToken('enterprises.registrations'), 'x'),
      await push('personal.citizens', await test.issuer.mint({ sub: 'o', role: 'operator' }), 'x'),
      await push('personal.citizens', null, 'x'),
      await push('personal.citizens', 'forged', 'x'),
      await push('personal..%2Fgraphql', await sourceToken('personal.citizens'), 'x'),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 401, 401, 400]);
    expect(refusals[0]?.body.errors?.[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      missing: 'source:personal.citizens',
    });
    expect(arrivals).toEqual([]);
  });

  it('says NOT_FOUND for a registry that there is not, and UNAVAILABLE for one that is down', async () => {
    const token = await sourceToken('nothing.here', 'gone.here');
    expect((await push('nothing.here', token, 'x')).status).toBe(404);
    expect((await push('gone.here', token, 'x')).status).toBe(503);
  });

  it('is limited by address for who has no token or a bad one, and by account for the others', async () => {
    const limited = await startTestGateway(
      { RATE_LIMIT: '1', RATE_LIMIT_BURST: '2', RATE_LIMIT_PUBLIC: '1', RATE_LIMIT_PUBLIC_BURST: '3' },
      { push: () => Promise.resolve({ status: 202, body: '{}' }) },
    );
    const statuses = async (times: number, token: string | null) => {
      const all: number[] = [];
      const headers = token === null ? {} : { authorization: `Bearer ${token}` };
      for (let index = 0; index < times; index++) {
        const response = await limited.send('/ingest/personal.citizens', { method: 'POST', headers, body: 'x' });
        all.push(response.status);
        if (response.status === 429) expect(response.headers.get('retry-after')).toBe('1');
      }
      return all;
    };
    expect(await statuses(2, null)).toEqual([401, 401]);
    expect(await statuses(2, 'forged')).toEqual([401, 429]);
    expect((await limited.ask('{ sources }')).status).toBe(429);
    const token = await limited.issuer.mint({ sub: 's', role: 'source', sources: ['personal.citizens'] });
    expect(await statuses(3, token)).toEqual([202, 202, 429]);
    await limited.stop();
  });
});
