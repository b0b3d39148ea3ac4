import { createClient } from 'redis';
import type { FeedLog } from './feed.ts';

export interface RedisConnection {
  /** Runs a script on the feed's keys; rejects at once while Redis is away. */
  run(script: string, args: readonly (string | number)[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface RedisConnectionOptions {
  url: string;
  /** What every key begins with, e.g. `{onefile}:`; the braces keep them in one slot of a cluster. */
  prefix: string;
  log: FeedLog;
}

/** A connection that is made in the background and made again for ever. */
export function connectRedis({ url, prefix, log }: RedisConnectionOptions): RedisConnection {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: 10_000,
      reconnectStrategy: (retries) => Math.min(1_000, 50 * 2 ** Math.min(retries, 5)),
    },
  });
  let away = false;
  client.on('error', (error: unknown) => {
    if (!away) log.warn({ what: 'redis', err: error }, 'connection lost, trying again');
    away = true;
  });
  client.on('ready', () => {
    if (away) log.info({ what: 'redis' }, 'connected again');
    away = false;
  });
  const connecting = client.connect().catch(() => undefined);
  return {
    run: (script, args) => client.eval(script, { keys: [prefix], arguments: args.map(String) }),
    async close() {
      if (client.isReady) await client.close();
      else client.destroy();
      await connecting;
    },
  };
}
