import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idNumberOf } from '../support/people.ts';
import { CITIZEN, later } from './small-graph.ts';
import { startTestGateway, type TestGateway } from './running-gateway.ts';

let test: TestGateway;
let citizen: string;
beforeAll(async () => {
  test = await startTestGateway({ RATE_LIMIT: '0', RATE_LIMIT_PUBLIC: '0' });
  citizen = await test.issuer.mint({ sub: 'x', role: 'citizen', acr: '2', id_number: idNumberOf('lin-xiaomei') });
});
afterAll(() => test.stop());
beforeEach(() => {
  test.asked.length = 0;
  test.logged.length = 0;
});

describe('an operation', () => {
  it('answers the homepage of the signed-in citizen', async () => {
    const answer = await test.ask('{ me { id name enterprises { name } readings } }', citizen);
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ me: { id: CITIZEN, name: '林晓梅', enterprises: [{ name: '明梅' }], readings: 3 } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is compiled once and then runs on the fast path', async () => {
    await test.ask('{ me { phone } }', citizen);
    const { fast } = test.gateway.counts;
    await test.ask('{ me { phone } }', citizen);
    expect(test.gateway.counts.fast).toBe(fast + 1);
  });

  it('of a subgraph that fails is masked, and the cause is logged under the error id', async () => {
    const { status, data, errors } = await test.ask('{ secret me { name } }', citizen);
    expect(status).toBe(200);
    expect(data).toEqual({ secret: null, me: { name: '林晓梅' } });
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(errors).toEqual([
      {
        message: 'Something went wrong.',
        path: ['secret'],
        extensions: { code: 'INTERNAL', errorId: expect.any(String) },
      },
    ]);
    const line = test.logged.find((each) => each.includes(String(errors?.[0]?.extensions?.['errorId'])));
    expect(line).toBeDefined();
    expect(line).not.toContain('hunter2');
  });

  it('keeps of a coded error what the closed list allows', async () => {
    const { errors } = await test.ask('{ coded }');
    expect(errors).toEqual([
      { message: 'Not yours.', path: ['coded'], extensions: { code: 'FORBIDDEN', missing: 'purpose' } },
    ]);
  });

  it('that is not valid is 400, and no subgraph is asked', async () => {
    const { status, errors } = await test.ask('{ nobody }');
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'query', reason: 'DOCUMENT' });
    expect(test.asked).toEqual([]);
  });

  it('with a malformed variable is 400 and names it', async () => {
    const { status, errors } = await test.post({
      query: 'query ($id: ID!) { citizen(id: $id) { name } }',
      variables: { id: [] },
    });
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'id', reason: 'VARIABLE' });
    expect(test.asked).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[]',
    '[{"query":"{ sources }"}]',
    '"x"',
    '{"query":{}}',
    '{"query":"{ sources }","variables":"x"}',
  ])('with the body %j is 400 in one shape', async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const response = await test.send('/graphql', { method: 'POST', headers, body: payload });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'from a form of another site (%s) is refused',
    async (type) => {
      const body = '{"query":"{ sources }"}';
      const response = await test.send('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
      expect(response.status).toBe(400);
      expect((await test.send('/graphql?query=%7Bsources%7D')).status).toBe(400);
      expect(test.asked).toEqual([]);
    },
  );

  it('by GET with the preflight header is a query, never a mutation', async () => {
    const get = (query: string) =>
      test.send(`/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${citizen}` },
      });
    expect(await (await get('{ me { name } }')).json()).toEqual({ data: { me: { name: '林晓梅' } } });
    expect((await get('mutation { setContact { name } }')).status).toBe(405);
  });
});

describe('texts that no registry can hold', () => {
  const NUL = String.fromCharCode(0);
  const query = 'query Of($ids: [ID!]!) { citizens(ids: $ids) { name } }';

  it.each<[string, object, string]>([
    ['a NUL in a variable', { query, variables: { ids: [`c1_${NUL}`] } }, 'ids'],
    ['a lone surrogate in a variable', { query, variables: { ids: ['c1_', '\ud800'] } }, 'ids'],
    ['a NUL in a variable that is not declared', { query, variables: { ids: [], x: { y: [NUL] } } }, 'x'],
    ['a NUL in a literal', { query: '{ citizens(ids: ["\\u0000"]) { name } }' }, 'query'],
    [
      'a NUL in the default of a variable',
      { query: 'query ($id: ID! = "\\u0000") { citizen(id: $id) { id } }' },
      'query',
    ],
  ])('%s: refused before any subgraph is asked, every time', async (_what, body, field) => {
    for (let time = 0; time < 2; time += 1) {
      const { status, errors } = await test.post(body, { authorization: `Bearer ${citizen}` });
      expect(status).toBe(400);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'BAD_USER_INPUT', field, reason: 'CHARACTERS' },
      ]);
      expect(test.asked.filter((name) => name !== 'personal')).toEqual([]);
    }
    expect(test.logged.join('')).not.toContain('masked error');
  });

  it('are refused however deep they lie', async () => {
    const deep = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`;
    const response = await test.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"ids":${deep}}}`,
    });
    expect(response.status).toBe(400);
  });
});

describe('a malformed day', () => {
  const query = 'query ($during: Period) { citizen(id: "c1_x", during: $during) { name } }';

  it.each(['2026-02-30', '26-1-1', '2026-01-01T00:00:00Z', '', 20260101])(
    'as a variable (%j) or a literal is refused before any subgraph is asked',
    async (from) => {
      for (let time = 0; time < 2; time += 1) {
        const variable = await test.post({ query, variables: { during: { from } } });
        const literal = await test.ask(`{ citizen(id: "c1_x", during: { from: ${JSON.stringify(from)} }) { name } }`);
        expect([variable.status, literal.status]).toEqual([400, 400]);
        expect(variable.errors?.[0]?.extensions).toEqual({
          code: 'BAD_USER_INPUT',
          field: 'during',
          reason: 'VARIABLE',
        });
        expect(literal.errors?.[0]?.extensions).toEqual({
          code: 'BAD_USER_INPUT',
          field: 'query',
          reason: 'DOCUMENT',
        });
        expect(test.asked).toEqual([]);
      }
    },
  );

  it('is no day of the calendar', async () => {
    const { data } = await test.post({ query, variables: { during: { from: '2028-02-29' } } });
    expect(data).toEqual({ citizen: { name: '林晓梅' } });
  });
});

describe('the name of an operation', () => {
  const NUL = String.fromCharCode(0);
  const two = 'query A { sources } query B { me { id } }';

  it.each<[string, string | null | undefined, string]>([
    ['of none', 'C', two],
    ['of none, like a property of every object', '__proto__', two],
    ['of none, like a property of every object', 'constructor', '{ sources }'],
    ['of none, like a property of every object', '__proto__', '{ sources }'],
    ['of none, as it is empty', '', '{ sources }'],
    ['with a NUL', NUL, two],
    ['with a lone surrogate', '\ud800', two],
    ['that is not said, of two', null, two],
    ['that is not said, of two', undefined, two],
  ])('%s (%j) is 400', async (_what, operationName, query) => {
    for (let time = 0; time < 2; time += 1) {
      const { status, errors } = await test.post({ query, operationName });
      expect(status).toBe(400);
      expect(errors?.[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        field: 'operationName',
        reason: 'UNKNOWN',
      });
      expect(test.asked).toEqual([]);
    }
  });

  it.each(['constructor', 'toString'])('may be %s, as may an alias and a variable', async (name) => {
    const query = `query ${name}($${name}: ID!) { ${name}: citizen(id: $${name}) { ${name}: name } }`;
    for (let time = 0; time < 3; time += 1) {
      const { status, data } = await test.post({ query, operationName: name, variables: { [name]: 'c1_x' } });
      expect({ status, data }).toEqual({ status: 200, data: { [name]: { [name]: '林晓梅' } } });
    }
  });

  it('may be __proto__; an alias may not', async () => {
    const named = await test.post({ query: 'query __proto__ { sources }', operationName: '__proto__' });
    expect(named).toMatchObject({ status: 200, data: { sources: ['personal.citizens'] } });
    const { status, errors } = await test.ask('{ me { __proto__: name } }', citizen);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'query', reason: 'RESERVED' });
  });
});

describe('introspection', () => {
  const query = '{ __schema { queryType { name } } }';

  it('is open in development and to operators, and closed to citizens in production', async () => {
    expect((await test.ask(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const production = await startTestGateway({
      NODE_ENV: 'production',
      OIDC_ISSUER: 'http://issuer.invalid',
      SEAL_KEY: '{}',
    });
    const { status, errors } = await production.ask(query);
    await production.stop();
    expect(status).toBe(403);
    expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', missing: 'role:operator' });
  });
});

describe('documents out of bounds', () => {
  const aliases = Array.from({ length: 1_000 }, (_, index) => `a${index}: me { id }`).join(' ');
  const deep = `${'{ me '.repeat(1)}${'{ children '.repeat(200)}{ id }${' }'.repeat(201)}`;
  const amplified = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(
    ' ',
  );

  it.each([
    ['1,000 aliases', `{ ${aliases} }`, 'TOO_COMPLEX'],
    [
      'aliases below one root',
      `{ me { ${Array.from({ length: 60 }, (_, n) => `a${n}: name`).join(' ')} } }`,
      'TOO_COMPLEX',
    ],
    ['200 levels', deep, 'TOO_COMPLEX'],
    ['many root fields', `{ ${'me { id } '.repeat(21)} }`, 'TOO_COMPLEX'],
    ['many tokens', `{ ${'sources '.repeat(5_000)} }`, 'TOO_COMPLEX'],
    ['many directives', `{ sources ${'@include(if: true) '.repeat(60)} }`, 'TOO_COMPLEX'],
    ['fragments that double forty times', `{ ...F0 } ${amplified} fragment F40 on Query { sources }`, 'TOO_COMPLEX'],
    ['a fragment cycle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'BAD_USER_INPUT'],
    ['a fragment of itself', '{ me { ...A } } fragment A on Citizen { children { ...A } }', 'BAD_USER_INPUT'],
    ['a page too large', '{ enterprises(first: 101) { edges { node { name } } } }', 'BAD_USER_INPUT'],
    ['a negative page', '{ enterprises(first: -1) { edges { node { name } } } }', 'BAD_USER_INPUT'],
    ['lists of lists', `{ me ${'{ children '.repeat(7)}{ name }${' }'.repeat(7)} }`, 'TOO_COMPLEX'],
    [
      'a long list of keys',
      `{ citizens(ids: [${'"x",'.repeat(1_900)}]) { children { children { name } } } }`,
      'TOO_COMPLEX',
    ],
  ])('%s: refused before any subgraph is asked', async (_name, query, code) => {
    const started = performance.now();
    const { status, errors } = await test.ask(query, citizen);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({ code });
    expect(test.asked.filter((name) => name !== 'personal')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('names the argument of a page out of range, also in a variable', async () => {
    const query = 'query ($n: Int) { enterprises(first: $n) { edges { node { name } } } }';
    expect((await test.post({ query, variables: { n: 100 } })).errors).toBeUndefined();
    const { errors } = await test.post({ query, variables: { n: -5 } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'first', reason: 'RANGE' });
  });

  it('a body of 10 MB is 413, and the process goes on', async () => {
    const { status, errors } = await test.post({
      query: '{ sources }',
      variables: { x: 'x'.repeat(10 * 1024 * 1024) },
    });
    expect(status).toBe(413);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'body', reason: 'TOO_LARGE' });
    expect((await test.ask('{ sources }')).data).toEqual({ sources: ['personal.citizens'] });
  });
});

describe('the rate limit', () => {
  it('holds per viewer and per address, and says when to come back', async () => {
    const limited = await startTestGateway({
      RATE_LIMIT: '1',
      RATE_LIMIT_BURST: '2',
      RATE_LIMIT_PUBLIC: '1',
      RATE_LIMIT_PUBLIC_BURST: '3',
    });
    const mint = (sub: string) => limited.issuer.mint({ sub, role: 'analyst' });
    const [one, other] = [await mint('one'), await mint('other')];
    const statuses = async (times: number, token?: string) => {
      const all: number[] = [];
      for (let index = 0; index < times; index++) all.push((await limited.ask('{ sources }', token)).status);
      return all;
    };
    expect(await statuses(3, one)).toEqual([200, 200, 429]);
    expect(await statuses(1, other)).toEqual([200]);
    expect(await statuses(2)).toEqual([200, 200]);
    expect(await statuses(2, 'forged')).toEqual([401, 429]);
    const { errors, headers } = await limited.ask('{ sources }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: 1 });
    expect(headers.get('retry-after')).toBe('1');
    await limited.stop();
  });
});

describe('operations', () => {
  it('counts requests by kind and code, for who may see', async () => {
    await test.ask('{ sources }');
    await test.ask('{ nobody }');
    const text = await (await test.send('/metrics')).text();
    expect(text).toMatch(/onefile_gateway_requests_total\{kind="query",code="OK"\} \d+/);
    expect(text).toMatch(/onefile_gateway_requests_total\{kind="none",code="BAD_USER_INPUT"\} \d+/);
    expect(text).toMatch(/onefile_gateway_subgraph_seconds_count\{subgraph="governance",outcome="ok"\}/);
    expect(text).toContain('onefile_gateway_requests_in_flight 0');
  });

  it('keeps the metrics to who has the token, when there is one', async () => {
    const guarded = await startTestGateway({ METRICS_TOKEN: 'a-secret-of-the-scraper' });
    const status = async (token: string) =>
      (await guarded.send('/metrics', { headers: { authorization: `Bearer ${token}` } })).status;
    expect([
      await status('a-secret-of-the-scraper'),
      await status('another'),
      (await guarded.send('/metrics')).status,
    ]).toEqual([200, 404, 404]);
    await guarded.stop();
  });

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'keeps the metrics from who comes through a proxy, as %s tells, while there is no token',
    async (header) => {
      expect((await test.send('/metrics', { headers: { [header]: '127.0.0.1' } })).status).toBe(404);
      expect((await test.send('/metrics')).status).toBe(200);
    },
  );

  it('keeps the metrics from everybody while there is a proxy and no token', async () => {
    const proxied = await startTestGateway({ TRUST_PROXY: '127.0.0.1' });
    const guarded = await startTestGateway({ TRUST_PROXY: '127.0.0.1', METRICS_TOKEN: 'a-secret-of-the-scraper' });
    expect((await proxied.send('/metrics')).status).toBe(404);
    const headers = { authorization: 'Bearer a-secret-of-the-scraper', 'x-forwarded-for': '198.51.100.7' };
    expect((await guarded.send('/metrics', { headers })).status).toBe(200);
    await Promise.all([proxied.stop(), guarded.stop()]);
  });

  it('is ready without tagging, and not without a registry', async () => {
    const probes = { personal: () => Promise.resolve(), tagging: () => Promise.reject(new Error('later')) };
    const running = await startTestGateway({}, { dependencies: probes });
    const ready = await running.send('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', dependencies: { personal: true, tagging: false } });
    await running.stop();
    const down = await startTestGateway({}, { dependencies: { personal: () => Promise.reject(new Error('down')) } });
    expect((await down.send('/readyz')).status).toBe(503);
    expect((await down.send('/healthz')).status).toBe(200);
    await down.stop();
  });

  it('logs one line an operation, without token, number, name or variables', async () => {
    await test.post(
      {
        query: 'query Home($id: ID!) { citizen(id: $id) { name } me { name } }',
        variables: { id: '310104198809210222' },
      },
      { authorization: `Bearer ${citizen}` },
    );
    const lines = test.logged.filter((line) => line.includes('"msg":"operation"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'query', name: 'Home', code: 'OK', role: 'citizen' });
    expect(test.logged.join('')).not.toMatch(/310104198809210222|eyJ|林晓梅|c1_/);
  });

  it('stops when those under way have their answer', async () => {
    const slow = await startTestGateway(
      {},
      { change: (_name, source) => ({ process: (request) => later(150).then(() => source.process(request)) }) },
    );
    const answer = slow.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ sources }"}',
    });
    await later(50);
    await slow.stop();
    expect(await (await answer).json()).toEqual({ data: { sources: ['personal.citizens'] } });
    await expect(slow.send('/healthz')).rejects.toThrow();
  });
});
