import type { ChangeEvent } from './change.ts';

/**
 * The change feed: 64 partitions by hash of `affects[0]`, two lanes each. Delivery is at least once, in order per
 * subject and lane; `own` is handed over before `bulk`. A handler that throws is called again with the same events.
 */
export interface Feed {
  publish(events: readonly ChangeEvent[]): Promise<void>;
  /** `group` reads everything once among all its members. `handler` resolves when its effects are durable. */
  subscribe(group: string, handler: (events: readonly ChangeEvent[]) => Promise<void>): Subscription;
  close(): Promise<void>;
}

export interface Subscription {
  /** Milliseconds between now and the moment up to which everything published was handled; Infinity when unknown. */
  lag(): number;
  stop(): Promise<void>;
}
