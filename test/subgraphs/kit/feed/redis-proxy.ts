import { randomUUID } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';

export interface RedisProxy {
  url: string;
  /** Refuses and cuts every connection, as a server that died. */
  die(): void;
  revive(): void;
  close(): Promise<void>;
}

/** A door to the test server that can be shut, so that one suite's outage is not everybody's. */
export async function createRedisProxy(url: string, alive = true): Promise<RedisProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let open = alive;
  const server = createServer((inside) => {
    if (!open) {
      inside.destroy();
      return;
    }
    const outside = connect(Number(port), hostname);
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        inside.destroy();
        outside.destroy();
        sockets.delete(socket);
      });
    }
    inside.pipe(outside).pipe(inside);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    die() {
      open = false;
      cut();
    },
    revive() {
      open = true;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const newPrefix = (): string => `{test-${randomUUID()}}:`;

/** What FLUSHALL does, to the keys of one suite. */
export async function wipe(url: string, prefix: string): Promise<number> {
  const client = createClient({ url });
  await client.connect();
  const keys = await client.keys(`${prefix.replace('{', '\\{')}*`);
  if (keys.length > 0) await client.del(keys);
  await client.close();
  return keys.length;
}

export async function streamLength(url: string, prefix: string): Promise<number> {
  const client = createClient({ url });
  await client.connect();
  const keys = (await client.keys(`${prefix}*`)).filter((key) => /:(own|bulk):\d+$/.test(key));
  const lengths = await Promise.all(keys.map((key) => client.xLen(key)));
  await client.close();
  return lengths.reduce((sum, length) => sum + length, 0);
}
