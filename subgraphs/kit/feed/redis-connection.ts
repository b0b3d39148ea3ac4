import { createClient } from 'redis';
import type { FeedLog } from './feed.ts';

export interface RedisConnection {
  /** Runs a script on the feed's keys; rejects at once while Redis is away. */
  run(script: string, args: readonly (string | number)[]): Promise<unknown>;
  /**
   * Calls back when streams grew, or may have grown while the connection was away; until the returned function is called. It
   * is a hint that may be lost: whoever needs to know looks now and then as well.
   */
  onArrival(listener: () => void): () => void;
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
  const reconnectStrategy = (retries: number) => Math.min(1_000, 50 * 2 ** Math.min(retries, 5));
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, socketTimeout: 10_000, reconnectStrategy },
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
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  // Nothing may be told for hours: silence is no reason to connect anew, but a ping that is not answered is.
  const arrivals = client.duplicate({ pingInterval: 5_000, socket: { connectTimeout: 2_000, reconnectStrategy } });
  // The other connection says that Redis is away.
  arrivals.on('error', () => undefined);
  arrivals.on('ready', tellAll);
  const subscribing = arrivals
    .connect()
    .then(() => arrivals.subscribe(`${prefix}arrivals`, tellAll))
    .catch(() => undefined);
  return {
    onArrival: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (script, args) => client.eval(script, { keys: [prefix], arguments: args.map(String) }),
    async close() {
      for (const each of [client, arrivals]) {
        if (each.isReady) await each.close();
        else each.destroy();
      }
      await Promise.all([connecting, subscribing]);
    },
  };
}
