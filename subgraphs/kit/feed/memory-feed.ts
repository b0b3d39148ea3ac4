import { LANES, type Lane } from './change.ts';
import type { Feed, FeedChannel, FeedLog, Handler, Position } from './feed.ts';
import { createMemoryReader, type MemoryReader } from './memory-reader.ts';
import { createRetry, createSleeper, type Sleeper } from './retry.ts';
import { NOTHING } from './sequence.ts';

export interface MemoryFeedOptions {
  log: FeedLog;
  /** Events that wait for one reader per registry and lane; beyond, they stay in the outbox. Default 2,000. */
  capacity?: number;
  /** Events handed over at once. Default 200. */
  batch?: number;
}

interface Group {
  reader: MemoryReader;
  /** The first hands over; the others stand by. */
  members: Handler[];
}

interface Loop {
  stop(): Promise<void>;
  wake(): void;
}

/**
 * The feed in one process. It keeps nothing: positions are saved by each registry's relay (`outbox_consumer`), and
 * what was not handled when the process ended is read from the outbox again.
 */
export function createMemoryFeed({ log, capacity = 2_000, batch = 200 }: MemoryFeedOptions): Feed {
  const groups = new Map<string, Group>();
  const broadcasts = new Set<MemoryReader>();
  const loops = new Set<Loop>();
  const restored = new Map<string, string>();
  const heads = new Map<string, string>();
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const readers = () => [...[...groups.values()].map(({ reader }) => reader), ...broadcasts];

  const run = (what: string, reader: MemoryReader, handler: Handler, active: () => boolean): Loop => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const sleeper: Sleeper = createSleeper();
    const retry = createRetry({ what, log, signal });
    const step = async () => {
      try {
        const handled = await reader.handleNext(handler);
        retry.succeeded();
        return handled;
      } catch (error) {
        await retry.failed(error);
        return true;
      }
    };
    const work = async () => {
      while (!signal.aborted) if (!active() || !(await step())) await sleeper.sleep(1_000);
    };
    const running = work();
    const loop: Loop = {
      wake: sleeper.wake,
      async stop() {
        stopping.abort();
        sleeper.wake();
        await running;
        loops.delete(loop);
      },
    };
    loops.add(loop);
    return loop;
  };

  const groupOf = (name: string): Group => {
    const known = groups.get(name);
    if (known) return known;
    const start = (registry: string, lane: Lane) => restored.get(`${name}:${lane}:${registry}`) ?? NOTHING;
    const group = { reader: createMemoryReader({ start, capacity, batch }), members: [] };
    groups.set(name, group);
    return group;
  };

  const channel = (registry: string): FeedChannel => ({
    restore(positions) {
      for (const { group, lane, sequence } of positions) restored.set(`${group}:${lane}:${registry}`, sequence);
    },
    cursor(lane) {
      const open = readers().filter((reader) => reader.hasRoom(registry, lane));
      const least = open.flatMap((reader) => reader.filled(registry, lane) ?? []).sort()[0];
      return Promise.resolve(least ?? heads.get(`${lane}:${registry}`) ?? null);
    },
    append(page) {
      const all = readers();
      if (all.length > 0 && !all.some((reader) => reader.hasRoom(registry, page.lane))) return Promise.resolve('full');
      for (const reader of all) reader.fill(registry, page);
      const head = heads.get(`${page.lane}:${registry}`);
      if (head === undefined || page.to > head) heads.set(`${page.lane}:${registry}`, page.to);
      wake();
      return Promise.resolve('appended');
    },
    rewind: () => Promise.resolve(),
    positions() {
      const known = [...groups].flatMap(([group, { reader }]): Position[] => {
        const held = new Map(reader.positions(registry).map(({ lane, sequence }) => [lane, sequence]));
        return LANES.map((lane) => ({
          group,
          lane,
          sequence: held.get(lane) ?? reader.filled(registry, lane) ?? NOTHING,
        }));
      });
      return Promise.resolve(known);
    },
  });

  return {
    channel,
    publish(events) {
      for (const event of events) for (const reader of readers()) reader.push(event);
      wake();
      return Promise.resolve();
    },
    subscribe(name, handle, { registries } = {}) {
      const group = groupOf(name);
      const member: Handler = (events) => handle(events);
      group.members.push(member);
      const loop = run(name, group.reader, member, () => group.members[0] === member);
      return {
        lag: (registry) => group.reader.lag(registry === undefined ? registries : [registry]),
        async stop() {
          await loop.stop();
          group.members = group.members.filter((other) => other !== member);
          wake();
        },
      };
    },
    subscribeAll(name, handler, { registries } = {}) {
      const start = (registry: string, lane: Lane) => heads.get(`${lane}:${registry}`) ?? null;
      const reader = createMemoryReader({ start, capacity, batch });
      broadcasts.add(reader);
      const loop = run(name, reader, handler, () => true);
      return {
        lag: (registry) => reader.lag(registry === undefined ? registries : [registry]),
        async stop() {
          broadcasts.delete(reader);
          await loop.stop();
        },
      };
    },
    async close() {
      await Promise.all([...loops].map((loop) => loop.stop()));
    },
  };
}
