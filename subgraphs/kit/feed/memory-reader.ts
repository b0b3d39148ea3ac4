import type { ChangeEvent, Lane } from './change.ts';
import type { Handler, Page } from './feed.ts';
import { lagOf } from './freshness.ts';
import { NOTHING } from './sequence.ts';

/** An event, or (null) the mark that ends a page: when it is reached, all up to `sequence` was handled. */
interface Item {
  event: ChangeEvent | null;
  sequence: string | null;
  freshUntil: number | null;
}

interface Queue {
  registry: string;
  lane: Lane;
  items: Item[];
  events: number;
  /** Up to where the feed handed over to this reader. */
  filled: string;
  /** Up to where the reader has handled. */
  handled: string;
  freshUntil: number | null;
}

/** One reader's bounded queues, a queue per registry and lane; what finds no room is read from the outbox again. */
export interface MemoryReader {
  hasRoom(registry: string, lane: Lane): boolean;
  /** Up to where the queue is filled; null when the reader takes what comes. */
  filled(registry: string, lane: Lane): string | null;
  fill(registry: string, page: Page): void;
  push(event: ChangeEvent): void;
  /** Hands the next batch to the handler, `own` first; resolves to false when nothing waits. */
  handleNext(handler: Handler): Promise<boolean>;
  positions(registry: string): { lane: Lane; sequence: string }[];
  lag(registries: readonly string[] | undefined): number;
}

export interface MemoryReaderOptions {
  /** From where this reader begins; null: from the next page on. */
  start: (registry: string, lane: Lane) => string | null;
  /** Events a queue holds at most. */
  capacity: number;
  /** Events handed over at once. */
  batch: number;
}

export function createMemoryReader({ start, capacity, batch }: MemoryReaderOptions): MemoryReader {
  const queues = new Map<string, Queue>();

  const queueOf = (registry: string, lane: Lane, from: string | null): Queue => {
    const key = `${lane}:${registry}`;
    const known = queues.get(key);
    if (known) return known;
    const filled = start(registry, lane) ?? from ?? NOTHING;
    const queue: Queue = { registry, lane, items: [], events: 0, filled, handled: filled, freshUntil: null };
    queues.set(key, queue);
    return queue;
  };

  const next = (): Queue | undefined => {
    const waiting = [...queues.values()].filter(({ items }) => items.length > 0);
    const queue = waiting.find(({ lane }) => lane === 'own') ?? waiting[0];
    if (queue) {
      // To the end, so that registries take turns.
      queues.delete(`${queue.lane}:${queue.registry}`);
      queues.set(`${queue.lane}:${queue.registry}`, queue);
    }
    return queue;
  };

  return {
    hasRoom: (registry, lane) => (queues.get(`${lane}:${registry}`)?.events ?? 0) < capacity,
    filled: (registry, lane) => queues.get(`${lane}:${registry}`)?.filled ?? start(registry, lane),
    fill(registry, { lane, from, to, events, age }) {
      const queue = queueOf(registry, lane, from);
      if (queue.filled < (from ?? NOTHING) || queue.events >= capacity) return;
      for (const event of events) {
        if (event.sequence <= queue.filled) continue;
        queue.items.push({ event, sequence: event.sequence, freshUntil: null });
        queue.events += 1;
      }
      if (to > queue.filled) queue.filled = to;
      if (to < queue.filled || age === null) return;
      const mark: Item = { event: null, sequence: to, freshUntil: performance.now() - age };
      if (queue.items.at(-1)?.event === null) queue.items.pop();
      queue.items.push(mark);
    },
    push(event) {
      const queue = queueOf(event.registry, event.lane, null);
      queue.items.push({ event, sequence: null, freshUntil: null });
      queue.events += 1;
    },
    async handleNext(handler) {
      const queue = next();
      if (!queue) return false;
      const items = queue.items.slice(0, batch);
      const events = items.flatMap(({ event }) => event ?? []);
      if (events.length > 0) await handler(events);
      queue.items.splice(0, items.length);
      queue.events -= events.length;
      for (const { sequence, freshUntil } of items) {
        if (sequence !== null) queue.handled = sequence;
        queue.freshUntil = freshUntil ?? queue.freshUntil;
      }
      return true;
    },
    positions: (registry) =>
      [...queues.values()]
        .filter((queue) => queue.registry === registry)
        .map(({ lane, handled }) => ({ lane, sequence: handled })),
    lag: (registries) => lagOf(queues.values(), performance.now(), registries),
  };
}
