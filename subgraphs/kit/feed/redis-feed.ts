import type { Feed, FeedLog, Subscription } from './feed.ts';
import { streamOfEvent } from './partition.ts';
import { createRedisChannel } from './redis-channel.ts';
import { connectRedis } from './redis-connection.ts';
import { joinRedisGroup } from './redis-group.ts';
import { listenToRedis } from './redis-listener.ts';
import { PUBLISH } from './redis-scripts.ts';

export interface RedisFeedOptions {
  url: string;
  log: FeedLog;
  /** What every key begins with; the braces keep them in one slot of a cluster. Default `{onefile}:`. */
  prefix?: string;
  /** How long a partition stays with a member that says nothing. Default 3,000. */
  leaseMs?: number;
  /** How long a reader waits unless it is told that something came. Default 500. */
  pollMs?: number;
  /** How often an idle reader says where it stands: a lag is as old as that at most. Default 1,000. */
  reportMs?: number;
  /** About how many events are handed over at once. Default 512. */
  batch?: number;
  /** Changes of the bulk lane that may lie in Redis. Default 200,000. */
  capacity?: number;
  /** How long entries stay for those who listen without a group. Default 10,000. */
  listenMs?: number;
}

/** The feed over Redis Streams. Redis may be away, now or later: readers wait, writers try again. */
export function createRedisFeed(options: RedisFeedOptions): Feed {
  const { url, log, prefix = '{onefile}:', leaseMs = 3_000, pollMs = 500, batch = 512 } = options;
  const { capacity = 200_000, listenMs = 10_000, reportMs = 1_000 } = options;
  const redis = connectRedis({ url, prefix, log });
  const subscriptions = new Set<Subscription>();

  const keep = (subscription: Subscription): Subscription => {
    const kept: Subscription = {
      lag: (registry) => subscription.lag(registry),
      async stop() {
        subscriptions.delete(kept);
        await subscription.stop();
      },
    };
    subscriptions.add(kept);
    return kept;
  };

  return {
    channel: (registry) => createRedisChannel({ redis, registry, capacity, listenMs }),
    async publish(events) {
      if (events.length === 0) return;
      await redis.run(
        PUBLISH,
        events.flatMap((event) => [streamOfEvent(event), JSON.stringify(event)]),
      );
    },
    subscribe: (group, handler, given) =>
      keep(joinRedisGroup({ ...given, redis, log, group, handler, leaseMs, pollMs, reportMs, batch })),
    subscribeAll: (name, handler, given) =>
      keep(listenToRedis({ ...given, redis, log, name, handler, pollMs, batch, listenMs })),
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await redis.close();
    },
  };
}
