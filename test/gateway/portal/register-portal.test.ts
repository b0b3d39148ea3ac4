import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createStubGateway } from './stub-gateway.ts';

const development = createStubGateway();
const production = createStubGateway({ isDevelopment: false });

const portOf: Record<string, number> = {};

beforeAll(async () => {
  for (const [mode, { app }] of Object.entries({ development, production })) {
    portOf[mode] = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  }
});
afterAll(() => Promise.all([development.app.close(), production.app.close()]));

/** The path goes out as it is written; `fetch` would tidy it up first. */
const get = async (path: string, headers: Record<string, string> = {}, mode = 'development') => {
  const sent = request({ host: '127.0.0.1', port: portOf[mode], path, headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
};

const referencesIn = (html: string): string[] =>
  [...html.matchAll(/ (?:src|href)="(\/[^"#]*)"/g)].map(([, url]) => url ?? '').filter((url) => url !== '/');

describe('the portal', () => {
  it('serves the page in both languages', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('一人一档，一企一档');
    expect(response.body).toContain('One person, one file.');
  });

  it.each(['/', '/graphiql'])('serves everything that %s refers to', async (page) => {
    const references = referencesIn((await get(page)).body);
    expect(references.length).toBeGreaterThan(2);
    for (const url of references) expect([url, (await get(url)).status]).toEqual([url, 200]);
  });

  it.each(['/', '/graphiql'])('lets no script, style or request of another host into %s', async (page) => {
    const policy = String((await get(page)).headers['content-security-policy']);
    const directives: unknown = Object.fromEntries(policy.split('; ').map((each) => each.split(/ (.*)/s)));
    expect(directives).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it.each(['/', '/graphiql'])('writes no script and no style into the HTML of %s', async (page) => {
    const { body } = await get(page);
    expect(body).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+=/);
  });

  it('answers 304 to a browser that holds what is served, and the file to one that holds another', async () => {
    const first = await get('/portal/page/portal.js');
    const etag = String(first.headers.etag);
    expect((await get('/portal/page/portal.js', { 'if-none-match': `"old", W/${etag}` })).status).toBe(304);
    expect((await get('/portal/page/portal.js', { 'if-none-match': '"old"' })).body).toBe(first.body);
  });

  it('lets browsers keep the vendored bundles for long, and ask for what is ours each time', async () => {
    expect((await get('/portal/graphiql/vendor/react.js')).headers['cache-control']).toBe('public, max-age=86400');
    expect((await get('/portal/page/portal.css')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/portal/page/../register-portal.ts', '/portal/page/%2e%2e/register-portal.ts', '/portal/page/'])(
    'serves nothing but its files: %s',
    async (url) => {
      expect((await get(url)).status).toBe(404);
    },
  );

  it('serves the page and no GraphiQL in production', async () => {
    expect((await get('/', {}, 'production')).status).toBe(200);
    expect((await get('/graphiql', {}, 'production')).status).toBe(404);
    expect((await get('/portal/graphiql/vendor/graphiql.js', {}, 'production')).status).toBe(404);
  });
});
