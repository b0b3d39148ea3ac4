import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SubgraphRequestOptions } from '../../../gateway/apollo-types.ts';
import { createHttpDataSource, type HttpDataSource } from '../../../gateway/data-source/http-data-source.ts';
import { SubgraphTimeout } from '../../../gateway/data-source/subgraph-timeout.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const sourceBefore = async (
  listener: RequestListener,
  options: { timeout?: number; connections?: number; maxBytes?: number } = {},
) => {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const source = createHttpDataSource({
    name: 'a',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    ...options,
  });
  stops.push(async () => {
    await source.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return source;
};

const ask = (source: HttpDataSource, query = '{ a }', context: object = {}) =>
  source.process({ request: { query, variables: { x: '"' } }, context } as unknown as SubgraphRequestOptions);

describe('a subgraph over HTTP', () => {
  it('is sent the query with the seal, the operation and the trace, and nothing else of the viewer', async () => {
    let headers: IncomingHttpHeaders = {};
    let body = '';
    const source = await sourceBefore((request, response) => {
      ({ headers } = request);
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end('{"data":{"a":1}}'));
    });
    const context = { seal: 's', operationId: 'o', traceparent: 't', viewer: { subject: 'c1_' } };
    expect(await ask(source, '{ a(b: "c") }', context)).toEqual({ data: { a: 1 } });
    expect(JSON.parse(body)).toEqual({ query: '{ a(b: "c") }', variables: { x: '"' } });
    expect(headers).toMatchObject({ 'x-onefile-viewer': 's', 'x-onefile-operation': 'o', traceparent: 't' });
    expect(JSON.stringify(headers)).not.toContain('c1_');
  });

  it('times out by itself, by the operation’s deadline, and while it waits for a connection', async () => {
    const source = await sourceBefore(() => undefined, { timeout: 80, connections: 1 });
    const started = performance.now();
    const both = await Promise.allSettled([ask(source), ask(source)]);
    expect(both.map((each) => each.status === 'rejected' && each.reason instanceof SubgraphTimeout)).toEqual([
      true,
      true,
    ]);
    await expect(ask(source, '{ a }', { deadline: performance.now() + 20 })).rejects.toThrow(SubgraphTimeout);
    await expect(ask(source, '{ a }', { deadline: performance.now() - 1 })).rejects.toThrow(SubgraphTimeout);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is cut off above the size that is allowed', async () => {
    const source = await sourceBefore(
      (_request, response) => void response.end(`{"data":{"a":"${'x'.repeat(10_000)}"}}`),
      { maxBytes: 1_000 },
    );
    await expect(ask(source)).rejects.toThrow('1000 bytes');
  });

  it('is asked again when it closed an idle connection, though never for a mutation', async () => {
    let requests = 0;
    const source = await sourceBefore((request, response) => {
      requests++;
      if (requests % 2 === 1) request.socket.destroy();
      else response.end('{"data":{"a":1}}');
    });
    expect(await ask(source)).toEqual({ data: { a: 1 } });
    expect(requests).toBe(2);
    await expect(ask(source, 'mutation { a }')).rejects.toThrow();
    expect(requests).toBe(3);
  });

  it('that answers no GraphQL is an error', async () => {
    const source = await sourceBefore((_request, response) => void response.end('[]'));
    await expect(ask(source)).rejects.toThrow('Expected a JSON object');
  });
});
