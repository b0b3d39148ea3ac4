import type { ChangeEvent, Lane } from './change.ts';

/**
 * The change feed: 64 partitions by hash of `affects[0]`, two lanes each. Delivery is at least once, in order per
 * subject and lane; `own` is handed over before `bulk`. A handler that throws is called again with the same events.
 */
export interface Feed {
  /** Hands over events that no outbox keeps; those of a registry come by its channel. */
  publish(events: readonly ChangeEvent[]): Promise<void>;
  /** `group` reads everything once among all its members. `handler` resolves when its effects are durable. */
  subscribe(group: string, handler: Handler, options?: SubscribeOptions): Subscription;
  /** Every subscriber reads everything from now on; nothing is remembered. For indexes and caches. */
  subscribeAll(name: string, handler: Handler, options?: BroadcastOptions): Subscription;
  /** The relay's end: one registry's way in. */
  channel(registry: string): FeedChannel;
  close(): Promise<void>;
}

export type Handler = (events: readonly ChangeEvent[]) => Promise<void>;

export interface SubscribeOptions {
  /** The registries that `lag()` speaks of; without it all that the feed has heard of. */
  registries?: readonly string[];
}

export interface BroadcastOptions extends SubscribeOptions {
  /** Called when events may have been missed (too slow, or the feed lost them): load anew. */
  onGap?: () => Promise<void>;
}

export interface Subscription {
  /**
   * Milliseconds between now and the moment up to which everything published was handled; Infinity when unknown.
   * With a registry: of its changes alone.
   */
  lag(registry?: string): number;
  stop(): Promise<void>;
}

/** Where a group stands: it has handled everything of the lane up to and with `sequence`. */
export interface Position {
  group: string;
  lane: Lane;
  sequence: string;
}

/** What the relay read in one go; everything after `from` up to and with `to`. */
export interface Page {
  lane: Lane;
  /** The cursor as the relay knew it; null when the feed had none. */
  from: string | null;
  to: string;
  events: readonly ChangeEvent[];
  /** Everything committed more than so many milliseconds ago is in; null when more is waiting to be read. */
  age: number | null;
}

/**
 * The feed owns its cursor: whatever it loses (a restart, FLUSHALL, a failover) it loses together with the cursor, so
 * that the relay fills it again from the outbox.
 */
export interface FeedChannel {
  /** Tells the feed where the groups stood when it was last seen. */
  restore(positions: readonly Position[]): void;
  /** Up to where the feed is filled; null when it knows nothing. */
  cursor(lane: Lane): Promise<string | null>;
  /** `diverged`: the cursor is no longer `from`, nothing was taken. `full`: try again later. */
  append(page: Page): Promise<'appended' | 'diverged' | 'full'>;
  /** Forgets the cursor, so that a group that is new gets what the outbox still holds. */
  rewind(): Promise<void>;
  /** Where every group stands, as far as known; NOTHING for one that has just begun. */
  positions(): Promise<readonly Position[]>;
}

/** The little of pino that the feed needs. */
export interface FeedLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
