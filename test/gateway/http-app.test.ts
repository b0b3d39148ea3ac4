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
    app = await createHttpApp({ maxBody: 1_000, trustProxy: [], corsOrigins: [], log, bodyTimeout: 200 });
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
