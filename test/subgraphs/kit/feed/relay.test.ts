import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ChangeEvent } from '../../../../subgraphs/kit/feed/change.ts';
import type { Feed } from '../../../../subgraphs/kit/feed/feed.ts';
import { createMemoryFeed } from '../../../../subgraphs/kit/feed/memory-feed.ts';
import { readPositions } from '../../../../subgraphs/kit/feed/outbox-reader.ts';
import { createRelay, type Relay, type RelayOptions } from '../../../../subgraphs/kit/feed/relay.ts';
import type { Store } from '../../../../subgraphs/kit/store/store.ts';
import { eachEngine } from '../../../support/stores.ts';
import { createRecordingLog, quiet, until } from './harness.ts';
import { aChange, createRegistry, type TestRegistry } from './registry.ts';

eachEngine((database) => {
  let registry: TestRegistry;
  const closing: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    registry = await createRegistry(database());
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const startFeed = (): Feed => {
    const feed = createMemoryFeed({ log: quiet });
    closing.push(() => feed.close());
    return feed;
  };
  const startRelay = (feed: Feed, options: Partial<RelayOptions<unknown>> = {}): Relay => {
    const relay = createRelay({ store: registry.store, feed, log: quiet, pollMs: 10, positionsMs: 20, ...options });
    relay.start();
    closing.push(() => relay.stop());
    return relay;
  };
  const collect = (feed: Feed, group: string) => {
    const seen: string[] = [];
    const subscription = feed.subscribe(group, async (events: readonly ChangeEvent[]) => {
      seen.push(...events.map(({ affects }) => affects[0]));
    });
    return { seen, subscription };
  };
  const positions = () =>
    registry.store.read({ holder: 'test' }, (executor) => readPositions(executor, registry.schema));

  it('carries what is committed, in pages, and nothing that is not', async () => {
    const feed = startFeed();
    const { seen } = collect(feed, 'group');
    startRelay(feed, { pageSize: 10 });
    await registry.write(...Array.from({ length: 35 }, (_, index) => aChange({ affects: [`c1_${index}`] })));
    await until('all came', () => seen.length === 35);
    expect(seen).toEqual(Array.from({ length: 35 }, (_, index) => `c1_${index}`));
  });

  it('hands over after a restart what was not handled before it, and only that', async () => {
    const first = startFeed();
    const before = collect(first, 'group');
    const relay = startRelay(first);
    await registry.write(aChange({ affects: ['c1_before'] }));
    await until('it came', () => before.seen.length === 1);
    await until('the position is saved', async () =>
      (await positions()).some(({ lane, sequence }) => lane === 'own' && !/0{19}$/.test(sequence)),
    );
    await before.subscription.stop();
    await registry.write(aChange({ affects: ['c1_between'] }));
    await sleep(50);
    await relay.stop();
    await registry.write(aChange({ affects: ['c1_after'] }));
    const second = startFeed();
    const after = collect(second, 'group');
    startRelay(second);
    await until('the rest came', () => after.seen.length >= 2);
    expect(after.seen).toEqual(['c1_between', 'c1_after']);
  });

  it('gives a group that is new what the outbox still holds', async () => {
    const feed = startFeed();
    const old = collect(feed, 'old');
    startRelay(feed);
    await registry.write(aChange());
    await until('the old group has it', () => old.seen.length === 1);
    const fresh = collect(feed, 'new');
    await until('the new group has it', () => fresh.seen.length === 1);
    expect(old.seen).toHaveLength(1);
  });

  it('prunes only what every group has handled, those it was told of too', async () => {
    const feed = startFeed();
    collect(feed, 'brisk');
    const quick = { retentionMs: 0, pruneMs: 20 };
    startRelay(feed, { ...quick, groups: ['late'] });
    await registry.write(aChange());
    await sleep(200);
    expect(await registry.count('outbox')).toBe(1);
    collect(feed, 'late');
    await until('it is pruned', async () => (await registry.count('outbox')) === 0);
  });

  it('looks at once when nudged', async () => {
    const feed = startFeed();
    const { seen } = collect(feed, 'group');
    const relay = startRelay(feed, { pollMs: 20_000 });
    await sleep(100);
    await registry.write(aChange());
    await until(
      'it came',
      () => {
        // Again and again: another database's transaction may still hold the server's horizon back.
        relay.nudge();
        return seen.length === 1;
      },
      5_000,
    );
  });

  it('survives an outage of the store, logs it once, and makes up for it', async () => {
    const log = createRecordingLog();
    const feed = startFeed();
    const { seen, subscription } = collect(feed, 'group');
    let away = false;
    let fail: (reason: Error) => void = () => undefined;
    let outage = new Promise<never>((_resolve, reject) => (fail = reject));
    outage.catch(() => undefined);
    const guard = () => (away ? Promise.reject(new Error('the server is gone')) : Promise.resolve());
    const store: Store<unknown> = {
      ...registry.store,
      read: async (options, work) => {
        await guard();
        return registry.store.read(options, work);
      },
      transaction: (options, work) =>
        registry.store.transaction(options, (executor) => Promise.race([work(executor), outage])),
    };
    startRelay(feed, { store, log });
    await until('fresh', () => subscription.lag() < 500);
    away = true;
    fail(new Error('the server is gone'));
    await registry.write(aChange());
    await until('the outage is noticed', () => log.lines.length > 0);
    await sleep(900);
    expect(subscription.lag()).toBeGreaterThan(500);
    outage = new Promise<never>(() => undefined);
    away = false;
    await until('it came', () => seen.length === 1);
    expect(log.lines.filter((line) => line === 'interrupted, trying again')).toHaveLength(1);
  });

  it('leaves the registry to one relay at a time, and another takes over', async () => {
    if (registry.store.engine === 'pglite') return;
    const [first, second] = [startFeed(), startFeed()];
    const [one, other] = [collect(first, 'group'), collect(second, 'group')];
    const relay = startRelay(first);
    await until('the first is at work', () => one.subscription.lag() < 500);
    startRelay(second);
    await registry.write(aChange({ affects: ['c1_one'] }));
    await until('it came', () => one.seen.length === 1);
    await sleep(200);
    expect(other.seen).toHaveLength(0);
    await relay.stop();
    await registry.write(aChange({ affects: ['c1_two'] }));
    await until('the second took over', () => other.seen.includes('c1_two'));
  });

  it('lets others lock the outbox while it works', async () => {
    if (registry.store.engine === 'pglite') return;
    const feed = startFeed();
    const { seen, subscription } = collect(feed, 'group');
    startRelay(feed);
    await until('it works', () => subscription.lag() < 500);
    await registry.store.transaction({ holder: 'test' }, async (executor) => {
      await sql`set local lock_timeout = '3s'`.execute(executor);
      await sql`truncate ${sql.id(registry.schema, 'outbox')}`.execute(executor);
    });
    await registry.write(aChange({ affects: ['c1_after'] }));
    await until('it works on', () => seen.includes('c1_after'));
  });

  it('goes on after a dump brought an outbox from a cluster with higher transaction ids', async () => {
    const log = createRecordingLog();
    const first = startFeed();
    const before = collect(first, 'group');
    const relay = startRelay(first);
    await registry.write(aChange({ affects: ['c1_handled'] }));
    await until('it is handled', () => before.seen.length === 1);
    await until('the position is saved', async () =>
      (await positions()).some(({ lane, sequence }) => lane === 'own' && !/0{19}$/.test(sequence)),
    );
    await relay.stop();
    await registry.write(aChange({ affects: ['c1_waiting'] }));
    await inFuture(registry);
    await registry.write(aChange({ affects: ['c1_new'] }));
    const second = startFeed();
    const after = collect(second, 'group');
    startRelay(second, { log });
    await until('all came', () => after.seen.length >= 2);
    expect(after.seen).toEqual(['c1_waiting', 'c1_new']);
    expect(log.lines).toEqual(['the outbox came from another cluster and was put in order anew']);
  });
});

/** Moves rows and positions to where those of a cluster with a thousand million more transactions would be. */
const inFuture = ({ store, schema }: TestRegistry) =>
  store.transaction({ holder: 'test' }, async (executor) => {
    await sql`update ${sql.id(schema, 'outbox')} set xid = ((xid::text)::numeric + 1e9)::text::xid8`.execute(executor);
    await sql`update ${sql.id(schema, 'outbox_consumer')} set sequence =
      lpad((split_part(sequence, '.', 1)::numeric + 1e9)::text, 20, '0') || '.' || split_part(sequence, '.', 2)
      where sequence !~ '^0+[.]'`.execute(executor);
  });
