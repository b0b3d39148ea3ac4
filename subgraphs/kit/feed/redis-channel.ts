import { LANES, type Lane } from './change.ts';
import type { FeedChannel } from './feed.ts';
import { streamOfEvent } from './partition.ts';
import type { RedisConnection } from './redis-connection.ts';
import { toGroupState } from './redis-positions.ts';
import { toMark } from './redis-reply.ts';
import { APPEND, POSITIONS, READ_CURSOR, READ_GROUPS, REWIND, TRIM } from './redis-scripts.ts';
import { NOTHING } from './sequence.ts';

export interface RedisChannelOptions {
  redis: RedisConnection;
  registry: string;
  /** Changes of the bulk lane that may lie in Redis; beyond, they wait in the outbox. */
  capacity: number;
  /** How long entries stay for those who listen without a group. */
  listenMs: number;
}

/** A registry's way into Redis. The cursor is cached as long as Redis agrees with it. */
export function createRedisChannel({ redis, registry, capacity, listenMs }: RedisChannelOptions): FeedChannel {
  const cursors = new Map<Lane, string | null>();
  let groups: string[] = [];
  return {
    restore(positions) {
      groups = [...new Set(positions.map(({ group }) => group))];
    },
    async cursor(lane) {
      const known = cursors.get(lane);
      if (known !== undefined) return known;
      const mark = await redis.run(READ_CURSOR, [`${registry}:${lane}`, ...groups]);
      const cursor = toMark(`${registry}:${lane}`, String(mark)).sequence;
      cursors.set(lane, cursor);
      return cursor;
    },
    async append({ lane, from, to, events, age }) {
      const entries = events.flatMap((event) => [streamOfEvent(event), JSON.stringify(event)]);
      cursors.delete(lane);
      const outcome = await redis.run(APPEND, [
        registry,
        lane,
        from ?? '',
        to,
        age ?? '',
        lane === 'bulk' ? capacity : Number.MAX_SAFE_INTEGER,
        ...entries,
      ]);
      if (outcome === 'appended') cursors.set(lane, to);
      else if (outcome === 'full') cursors.set(lane, from);
      return outcome as 'appended' | 'full' | 'diverged';
    },
    async rewind() {
      cursors.clear();
      await redis.run(REWIND, [registry]);
    },
    async positions() {
      const names = (await redis.run(READ_GROUPS, [])) as string[];
      const states = await Promise.all(names.map((group) => redis.run(POSITIONS, [group]).then(toGroupState)));
      await redis.run(TRIM, [listenMs, 1_000]);
      return names.flatMap((group, index) =>
        LANES.map((lane) => {
          const held = states[index]?.marks.find((mark) => mark.registry === registry && mark.lane === lane);
          return { group, lane, sequence: held?.sequence ?? NOTHING };
        }),
      );
    },
  };
}
