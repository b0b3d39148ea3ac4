import { randomUUID } from 'node:crypto';
import type { ChangeEvent, Lane } from './change.ts';
import type { FeedLog, Handler, SubscribeOptions, Subscription } from './feed.ts';
import { lagOf } from './freshness.ts';
import { streamOf } from './partition.ts';
import type { RedisConnection } from './redis-connection.ts';
import { toGroupState, type GroupState } from './redis-positions.ts';
import { toEntries, toPairs, type Entry } from './redis-reply.ts';
import { ACKNOWLEDGE, JOIN, LEASE, LEAVE, POSITIONS, TAKE } from './redis-scripts.ts';
import { createRetry, createSleeper } from './retry.ts';

export interface RedisGroupOptions extends SubscribeOptions {
  redis: RedisConnection;
  log: FeedLog;
  group: string;
  handler: Handler;
  /** How long a partition stays with a member that says nothing. */
  leaseMs: number;
  /** How long to wait unless it is told that something came. */
  pollMs: number;
  /** How often to say where an idle member stands, and ask where the group does. */
  reportMs: number;
  /** About how many events to hand over at once. */
  batch: number;
}

/** A partition that this member owns, and which of its lanes must first give again what was not acknowledged. */
interface Owned {
  token: string;
  replay: Set<Lane>;
}

interface Taken {
  stream: string;
  partition: string;
  token: string;
  entries: Entry[];
  /** Where the stream stands once these are handled; absent when more may be waiting. */
  position?: string;
}

/** One member of a consumer group: leases partitions, reads `own` before `bulk`, acknowledges what its handler handled. */
export function joinRedisGroup(options: RedisGroupOptions): Subscription {
  const { redis, log, group, handler, leaseMs, pollMs, reportMs, batch, registries } = options;
  const member = randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  const sleeper = createSleeper();
  const stopHearing = redis.onArrival(sleeper.wake);
  const retry = createRetry({ what: group, log, signal });
  let owned = new Map<string, Owned>();
  let leasedAt = -Infinity;
  let reportedAt = -Infinity;
  let state: (GroupState & { readAt: number }) | undefined;

  const lease = async (mode: 'share' | 'keep') => {
    const askedAt = performance.now();
    const held = toPairs(await redis.run(LEASE, [group, member, leaseMs, mode]));
    leasedAt = askedAt;
    owned = new Map(
      held.map(([partition, drawn]) => {
        const token = String(drawn);
        const known = owned.get(partition);
        return [partition, known?.token === token ? known : { token, replay: new Set(['own', 'bulk'] as const) }];
      }),
    );
  };

  const lose = (partitions: unknown) => {
    for (const partition of partitions as string[]) owned.delete(partition);
  };

  const take = async (lane: Lane): Promise<Taken[]> => {
    const count = Math.max(1, Math.ceil(batch / Math.max(1, owned.size)));
    const asked = [...owned].map(([partition, { token, replay }]) => {
      return { partition, token, stream: streamOf(lane, Number(partition)), again: replay.has(lane) };
    });
    const args = asked.flatMap(({ partition, token, stream, again }) => [stream, partition, token, again ? '0' : '>']);
    const [marks, streams, lost] = (await redis.run(TAKE, [group, member, count, ...args])) as unknown[];
    lose(lost);
    const entries = new Map(toPairs(streams).map(([stream, reply]) => [stream, toEntries(reply)]));
    const position = JSON.stringify(Object.fromEntries(toPairs(marks).filter(([field]) => field.endsWith(`:${lane}`))));
    return asked.flatMap(({ again, ...where }): Taken[] => {
      if (!owned.has(where.partition)) return [];
      const taken = entries.get(where.stream) ?? [];
      const whole = taken.length < count;
      if (again && whole) owned.get(where.partition)?.replay.delete(lane);
      return [{ ...where, entries: taken, ...(whole && !again && { position }) }];
    });
  };

  const acknowledge = async (taken: readonly Taken[]) => {
    const parts = taken.map(({ stream, partition, token, entries, position }) => {
      return { stream, partition, token, ids: entries.map(({ id }) => id), whole: position !== undefined };
    });
    // They were read at one moment.
    const position = taken.find((each) => each.position !== undefined)?.position ?? '';
    lose(await redis.run(ACKNOWLEDGE, [group, member, JSON.stringify(parts), position]));
  };

  /** While the handler is at work the leases are kept; whoever is stopped altogether loses them. */
  const handle = async (events: readonly ChangeEvent[]) => {
    const keeping = setInterval(() => void lease('keep').catch(() => undefined), leaseMs / 3);
    try {
      await handler(events);
    } finally {
      clearInterval(keeping);
    }
  };

  /** Resolves to whether anything was handled. */
  const work = async (lane: Lane): Promise<boolean> => {
    if (owned.size === 0) return false;
    const taken = await take(lane);
    const events = taken.flatMap(({ entries }) => entries.flatMap(({ event }) => event ?? []));
    const entered = taken.some(({ entries }) => entries.length > 0);
    try {
      if (events.length > 0) await handle(events);
    } catch (error) {
      for (const { partition, entries } of taken) if (entries.length > 0) owned.get(partition)?.replay.add(lane);
      throw error;
    }
    if (entered || performance.now() - reportedAt >= reportMs) await acknowledge(taken);
    return entered;
  };

  const report = async () => {
    if (performance.now() - reportedAt < reportMs) return;
    reportedAt = performance.now();
    const readAt = performance.now();
    state = { ...toGroupState(await redis.run(POSITIONS, [group])), readAt };
  };

  const failed = async (error: unknown) => {
    await retry.failed(error);
    if (isUnknownGroup(error)) await redis.run(JOIN, [group]).catch(() => undefined);
  };

  const round = async () => {
    if (performance.now() - leasedAt >= leaseMs / 3) await lease('share');
    let busy = false;
    const drainOwn = async () => {
      while (!signal.aborted && (await work('own'))) busy = true;
    };
    const failure = await drainOwn().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    busy = (await work('bulk')) || busy;
    await report();
    if (failure) return failed(failure.error);
    retry.succeeded();
    // Leases are renewed meanwhile, or another member takes the partitions.
    if (!busy) await sleeper.sleep(Math.min(pollMs, leaseMs / 3));
  };

  const run = async () => {
    while (!signal.aborted) {
      await round().catch(failed);
    }
    await redis.run(LEAVE, [group, member]).catch(() => undefined);
  };

  const running = redis
    .run(JOIN, [group])
    .catch(() => undefined)
    .then(run);
  return {
    lag(registry) {
      if (!state) return Infinity;
      const now = state.now + (performance.now() - state.readAt);
      return lagOf(state.marks, now, registry === undefined ? registries : [registry]);
    },
    async stop() {
      stopping.abort();
      stopHearing();
      sleeper.wake();
      await running;
    },
  };
}

const isUnknownGroup = (error: unknown): boolean => error instanceof Error && error.message.includes('NOGROUP');
