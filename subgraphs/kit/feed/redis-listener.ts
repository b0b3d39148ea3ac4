import type { BroadcastOptions, FeedLog, Handler, Subscription } from './feed.ts';
import { lagOf } from './freshness.ts';
import { STREAMS } from './partition.ts';
import type { RedisConnection } from './redis-connection.ts';
import { toEntries, toMark, toPairs, type Mark } from './redis-reply.ts';
import { LISTEN } from './redis-scripts.ts';
import { createRetry, createSleeper } from './retry.ts';

export interface RedisListenerOptions extends BroadcastOptions {
  redis: RedisConnection;
  log: FeedLog;
  name: string;
  handler: Handler;
  pollMs: number;
  batch: number;
  /** Entries are certain to stay so long; who was away longer may have missed some. */
  listenMs: number;
}

/** Reads every stream from now on, for this process alone. */
export function listenToRedis(options: RedisListenerOptions): Subscription {
  const { redis, log, name, handler, pollMs, batch, listenMs, registries, onGap } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const sleeper = createSleeper();
  const stopHearing = redis.onArrival(sleeper.wake);
  const retry = createRetry({ what: name, log, signal });
  const perStream = Math.max(1, Math.ceil(batch / STREAMS.length));
  /** Last id read of each stream; empty before the first reading. */
  const read = new Map<string, string>();
  let epoch: string | undefined;
  let heardAt = 0;
  let fresh: { marks: readonly Mark[]; now: number; readAt: number } | undefined;

  /** Something was missed that `onGap` has still to make good. */
  let isGap = false;
  let healing: Promise<void> | undefined;

  /** What comes meanwhile is handled beside it: however long it takes, nothing else is missed for it. */
  const heal = () => {
    if (!isGap || healing !== undefined) return;
    isGap = false;
    healing = Promise.resolve()
      .then(() => onGap?.())
      .catch((error: unknown) => {
        isGap = true;
        log.warn({ name, error: String(error) }, 'what was missed could not be made good, trying again');
      })
      .finally(() => {
        healing = undefined;
      });
  };

  const begin = (now: number) => {
    // Ids of this very millisecond may still come, so what came in it comes again.
    for (const stream of STREAMS) read.set(stream, `${now - 1}-18446744073709551615`);
  };

  /** Resolves to whether more may be waiting. */
  const round = async (): Promise<boolean> => {
    const readAt = performance.now();
    const reply = await redis.run(LISTEN, [perStream, ...read.keys(), ...read.values()]);
    const [time, marks, streams, seen] = reply as [string, unknown, unknown, string];
    const now = Number(time);
    if (epoch === undefined || epoch !== seen || now - heardAt > listenMs) {
      if (epoch !== undefined) {
        isGap = true;
        fresh = undefined;
      }
      epoch = seen;
      heardAt = now;
      begin(now);
      return true;
    }
    heal();
    const taken = toPairs(streams).map(([stream, entries]) => ({ stream, entries: toEntries(entries) }));
    const events = taken.flatMap(({ entries }) => entries.flatMap(({ event }) => event ?? []));
    if (events.length > 0)
      await handler(events.toSorted((one, other) => (one.lane < other.lane ? 1 : one.lane > other.lane ? -1 : 0)));
    for (const { stream, entries } of taken) read.set(stream, entries.at(-1)?.id ?? read.get(stream) ?? '0');
    heardAt = now;
    if (taken.some(({ entries }) => entries.length >= perStream)) return true;
    if (!isGap && healing === undefined)
      fresh = { marks: toPairs(marks).map(([field, value]) => toMark(field, String(value))), now, readAt };
    return false;
  };

  const run = async () => {
    while (!signal.aborted) {
      try {
        const more = await round();
        retry.succeeded();
        if (!more) await sleeper.sleep(pollMs);
      } catch (error) {
        await retry.failed(error);
      }
    }
  };

  const running = run();
  return {
    lag(registry) {
      if (!fresh) return Infinity;
      const now = fresh.now + (performance.now() - fresh.readAt);
      return lagOf(fresh.marks, now, registry === undefined ? registries : [registry]);
    },
    async stop() {
      stopping.abort();
      stopHearing();
      sleeper.wake();
      await running;
      await healing;
    },
  };
}
