import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createHttpApp } from '../../gateway/http-app.ts';

describe('a body that does not come', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const log = pino({ level: 'silent' });
    app = await createHttpApp({
      maxBody: 1_000,
      maxConnections: 10,
      trustProxy: [],
      corsOrigins: [],
      log,
      bodyTimeout: 200,
    });
    app.post('/graphql', () => ({ data: null }));
    app.post('/ingest/some.source', () => ({ rows: 0 }));
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());

  /** Sends the beginning of a body, and the rest after `ms`; resolves to what came back. */
  const drip = async (path: string, ms: number): Promise<string> => {
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    socket.on('error', () => undefined);
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{`,
    );
    setTimeout(() => socket.write('}'), ms);
    await once(socket, 'close');
    return answer;
  };

  it('ends the connection', async () => {
    expect(await drip('/graphql', 600)).toBe('');
  });

  it('is waited for a while', async () => {
    expect(await drip('/graphql', 20)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('is waited for longer where drops are pushed', async () => {
    expect(await drip('/ingest/some.source', 600)).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('connections beyond what a server takes', () => {
  it('are closed, and taken again when others end', async () => {
    const log = pino({ level: 'silent' });
    const app = await createHttpApp({ maxBody: 1_000, maxConnections: 2, trustProxy: [], corsOrigins: [], log });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const open = async () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      return socket;
    };
    const held = [await open(), await open()];
    await once(await open(), 'close');
    expect(held.map(({ readyState }) => readyState)).toEqual(['open', 'open']);
    held[0]?.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = await open();
    next.write('GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    const [answer] = (await once(next, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 404 /);
    held[1]?.destroy();
    await app.close();
  });
});
