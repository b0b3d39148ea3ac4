import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeEvent, Lane } from '../../../../subgraphs/kit/feed/change.ts';
import type { Feed, FeedLog } from '../../../../subgraphs/kit/feed/feed.ts';
import { NOTHING, toSequence } from '../../../../subgraphs/kit/feed/sequence.ts';

export const quiet: FeedLog = { info: () => undefined, warn: () => undefined };

/** A log that keeps what it was told. */
export function createRecordingLog(): FeedLog & { lines: string[] } {
  const lines: string[] = [];
  const note = (_details: object, message: string) => {
    lines.push(message);
  };
  return { lines, info: note, warn: note };
}

export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await sleep(10);
  }
}

export const anEvent = (id: number, part: Partial<ChangeEvent> = {}): ChangeEvent => ({
  registry: 'personal',
  sequence: toSequence('7', id),
  kind: 'citizen.changed',
  lane: 'own',
  affects: ['c1_lin'],
  items: ['Citizen.phone'],
  at: '2026-11-22T00:00:00.000Z',
  operationId: null,
  traceId: null,
  schemaVersion: 1,
  ...part,
});

export interface Outbox {
  write(...events: ChangeEvent[]): void;
  /** One round of what a relay does; resolves to the outcomes. */
  carry(): Promise<string[]>;
  /** Keeps carrying until stopped, as a relay does. */
  start(): void;
  stop(): Promise<void>;
  reads: number;
}

/** An outbox in memory with the relay's part, for tests of a feed alone. */
export function createOutbox(feed: Feed, registry = 'personal', pageSize = 50): Outbox {
  const channel = feed.channel(registry);
  const rows: ChangeEvent[] = [];
  let stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  const outbox: Outbox = {
    reads: 0,
    write: (...events) => void rows.push(...events.map((event) => ({ ...event, registry }))),
    async carry() {
      const outcomes: string[] = [];
      for (const lane of ['own', 'bulk'] as Lane[]) {
        const from = await channel.cursor(lane);
        const events = rows.filter((row) => row.lane === lane && row.sequence > (from ?? NOTHING)).slice(0, pageSize);
        outbox.reads += events.length;
        const to = events.at(-1)?.sequence ?? from ?? NOTHING;
        outcomes.push(await channel.append({ lane, from, to, events, age: events.length < pageSize ? 0 : null }));
      }
      return outcomes;
    },
    start() {
      stopping = new AbortController();
      const { signal } = stopping;
      loop = (async () => {
        while (!signal.aborted) {
          await outbox.carry().catch(() => undefined);
          await sleep(10);
        }
      })();
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
  return outbox;
}
