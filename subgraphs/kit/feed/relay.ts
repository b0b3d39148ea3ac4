import { sql } from 'kysely';
import type { Executor, Store } from '../store/store.ts';
import { adoptOutbox } from './adopt-outbox.ts';
import { LANES, type Lane } from './change.ts';
import type { Feed, FeedLog, Position } from './feed.ts';
import { pruneOutbox, readAlongIndex, readOutbox, readPositions, writePositions } from './outbox-reader.ts';
import { createRetry, createSleeper } from './retry.ts';
import { NOTHING } from './sequence.ts';

export interface RelayOptions<DB> {
  store: Store<DB>;
  feed: Feed;
  log: FeedLog;
  /** Groups that must get everything, also before they first read. */
  groups?: readonly string[];
  /** How long it sleeps unless it is nudged. Default 250; 1,000 on PGlite, where nobody else writes. */
  pollMs?: number;
  /** Changes read at once per lane. Default 500. */
  pageSize?: number;
  /** How often the groups’ positions are saved, for pruning and for a feed that lost them. Default 2,000. */
  positionsMs?: number;
  /** How long a change stays after all have handled it. Default one day. */
  retentionMs?: number;
  /** How often the outbox is pruned. Default 60,000. */
  pruneMs?: number;
}

export interface Relay {
  start(): void;
  /** Looks at once, e.g. after a commit. */
  nudge(): void;
  stop(): Promise<void>;
}

type Lease<DB> = <T>(work: (executor: Executor<DB>) => Promise<T>) => Promise<T>;

const PRUNED_AT_ONCE = 5_000;
const STAND_BY_MS = 1_000;
/** A transaction that holds changes back ends soon, as a rule, and nobody tells: the first look again; each next after twice as long. */
const HELD_MS = 15;

/**
 * Carries a registry's outbox into the feed: in order, below the oldest transaction still at work, one relay at a time,
 * as long as it takes. Rows stay until every group has handled them, so that a feed that lost them is filled again.
 */
export function createRelay<DB>(options: RelayOptions<DB>): Relay {
  const { store, feed, log, groups = [], pageSize = 500 } = options;
  const { pollMs = store.engine === 'pglite' ? 1_000 : 250 } = options;
  const { positionsMs = 2_000, retentionMs = 24 * 3_600_000, pruneMs = 60_000 } = options;
  const holder = `${store.schema}.relay`;
  const channel = feed.channel(store.schema);
  const stopping = new AbortController();
  const { signal } = stopping;
  const retry = createRetry({ what: holder, log, signal });
  const sleeper = createSleeper();
  let running: Promise<void> | undefined;
  /** What `outbox_consumer` holds, `group:lane` → sequence. */
  let saved = new Map<string, string>();
  let heldMs = 0;

  const lease: Lease<DB> = (task) => store.read({ holder }, task);

  /** On PGlite: no connection is kept. */
  const readByTurns: Lease<DB> = (task) =>
    store.transaction({ holder }, async (executor) => {
      await readAlongIndex(executor);
      return task(executor);
    });

  const floor = (lane: Lane): string => {
    const held = [...saved].filter(([key]) => key.endsWith(`:${lane}`)).map(([, sequence]) => sequence);
    return held.sort()[0] ?? NOTHING;
  };

  const prepare = async () => {
    const adopted = await store.transaction({ holder }, (executor) => adoptOutbox(executor, store.schema));
    if (adopted !== null) {
      log.warn({ what: holder, rows: adopted }, 'the outbox came from another cluster and was put in order anew');
    }
    const given = groups.flatMap((group) => LANES.map((lane): Position => ({ group, lane, sequence: NOTHING })));
    const positions = await lease(async (executor) => {
      if (given.length > 0) await writePositions(executor, store.schema, given);
      return readPositions(executor, store.schema);
    });
    saved = new Map(positions.map(({ group, lane, sequence }) => [`${group}:${lane}`, sequence]));
    channel.restore(positions);
  };

  /** Resolves to how long to wait before there may be more. */
  const carry = async (read: Lease<DB>): Promise<number> => {
    const cursors = { own: await channel.cursor('own'), bulk: await channel.cursor('bulk') };
    const request = (lane: Lane) => ({ after: cursors[lane] ?? floor(lane), limit: pageSize });
    const requests = { own: request('own'), bulk: request('bulk') };
    const page = await read((executor) => readOutbox(executor, store.schema, requests));
    let more = false;
    for (const lane of LANES) {
      const events = page.events[lane];
      const whole = events.length < pageSize;
      const to = events.at(-1)?.sequence ?? requests[lane].after;
      const outcome = await channel.append({
        lane,
        from: cursors[lane],
        to,
        events,
        age: whole ? page.age[lane] : null,
      });
      more ||= outcome === 'diverged' || (outcome === 'appended' && !whole);
    }
    heldMs = page.isHeld ? Math.min(pollMs, heldMs === 0 ? HELD_MS : heldMs * 2) : 0;
    return more ? 0 : page.isHeld ? heldMs : pollMs;
  };

  const savePositions = async () => {
    const positions = await channel.positions();
    const moved = positions.filter(({ group, lane, sequence }) => sequence > (saved.get(`${group}:${lane}`) ?? ''));
    if (moved.length === 0) return;
    await lease((executor) => writePositions(executor, store.schema, moved));
    const isNew = moved.some(({ group, lane }) => !saved.has(`${group}:${lane}`));
    for (const { group, lane, sequence } of moved) saved.set(`${group}:${lane}`, sequence);
    if (isNew) await channel.rewind();
  };

  const prune = async () => {
    if (saved.size === 0) return;
    for (const lane of LANES) {
      const order = { lane, through: floor(lane), retentionMs, limit: PRUNED_AT_ONCE };
      let deleted = PRUNED_AT_ONCE;
      while (deleted === PRUNED_AT_ONCE && !signal.aborted) {
        deleted = await lease((executor) => pruneOutbox(executor, store.schema, order));
      }
    }
  };

  const work = async (read: Lease<DB>) => {
    await prepare();
    let positionsAt = 0;
    let pruneAt = performance.now() + pruneMs;
    while (!signal.aborted) {
      const waitMs = await carry(read);
      retry.succeeded();
      if (performance.now() >= positionsAt) {
        await savePositions();
        positionsAt = performance.now() + positionsMs;
      }
      if (performance.now() >= pruneAt) {
        await prune();
        pruneAt = performance.now() + pruneMs;
      }
      if (waitMs > 0) await sleeper.sleep(waitMs);
    }
    await savePositions();
  };

  /**
   * On PostgreSQL the lock is a transaction's, kept as long as this relay is the active one: however the connection goes,
   * the lock goes with it. The outbox is read through it, so a relay that lost the lock stops; what is written is
   * written on other connections. It holds neither a snapshot nor a transaction id, and going back to a savepoint gives
   * back the lock on the table that a page took, so that a migration or TRUNCATE does not wait for the relay.
   */
  const workAlone = async (guard: Executor<DB>): Promise<boolean> => {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${holder}, 0)) as locked`.execute(guard);
    if (rows[0]?.locked !== true) return false;
    await readAlongIndex(guard);
    await sql`savepoint page`.execute(guard);
    await work(async (task) => {
      const page = await task(guard);
      await sql`rollback to savepoint page`.execute(guard);
      return page;
    });
    return true;
  };

  const run = async () => {
    while (!signal.aborted) {
      try {
        if (store.engine === 'pglite') await work(readByTurns);
        else if (!(await store.transaction({ holder }, workAlone))) await sleeper.sleep(STAND_BY_MS);
      } catch (error) {
        await retry.failed(error);
      }
    }
  };

  return {
    start() {
      running ??= run();
    },
    nudge: sleeper.wake,
    async stop() {
      stopping.abort();
      sleeper.wake();
      await running;
    },
  };
}
