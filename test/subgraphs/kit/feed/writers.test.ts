import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDirectory } from '../../../../subgraphs/kit/directory/sql-directory.ts';
import { followDirectory } from '../../../../subgraphs/kit/directory/follow-directory.ts';
import type { Feed, Handler } from '../../../../subgraphs/kit/feed/feed.ts';
import { createMemoryFeed } from '../../../../subgraphs/kit/feed/memory-feed.ts';
import { appendChanges, lockSubjects } from '../../../../subgraphs/kit/feed/outbox.ts';
import { readOutbox } from '../../../../subgraphs/kit/feed/outbox-reader.ts';
import { createRedisFeed } from '../../../../subgraphs/kit/feed/redis-feed.ts';
import { createRelay } from '../../../../subgraphs/kit/feed/relay.ts';
import { NOTHING } from '../../../../subgraphs/kit/feed/sequence.ts';
import type { Database } from '../../../../subgraphs/kit/store/database.ts';
import { createPostgresDatabase } from '../../../../subgraphs/kit/store/postgres-database.ts';
import { createScratchPostgres, describeWithPostgres, describeWithRedis } from '../../../support/servers.ts';
import { quiet, until } from './harness.ts';
import { newPrefix, wipe } from './redis-proxy.ts';
import { aChange, createRegistry, type TestRegistry } from './registry.ts';

const WRITERS = 16;
const TRANSACTIONS = 40;

describeWithPostgres('a registry on PostgreSQL', (server) => {
  let database: Database;
  let registry: TestRegistry;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const scratch = await createScratchPostgres(server);
    const opened = createPostgresDatabase({ url: scratch.url, max: 24 });
    database = { ...opened, close: () => opened.close().then(() => scratch.drop()) };
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    registry = await createRegistry(database);
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const startRelay = (feed: Feed, options: { pageSize?: number } = {}) => {
    const relay = createRelay({ store: registry.store, feed, log: quiet, pollMs: 10, positionsMs: 50, ...options });
    relay.start();
    closing.push(() => relay.stop());
    return relay;
  };

  it('says that changes wait for a transaction that began before them', async () => {
    const all = { after: NOTHING, limit: 10 };
    const read = () =>
      registry.store.read({ holder: 'reader' }, (executor) =>
        readOutbox(executor, registry.schema, { own: all, bulk: all }),
      );
    let end = () => {};
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = registry.store.transaction({ holder: 'slow' }, async (executor) => {
      await appendChanges(executor, registry.schema, [aChange()]);
      begun();
      await new Promise<void>((resolve) => (end = resolve));
    });
    await hasBegun;
    await registry.write(aChange());
    expect(await read()).toMatchObject({ events: { own: [], bulk: [] }, isHeld: true });
    end();
    await slow;
    await until('nothing waits', async () => {
      const { events, isHeld } = await read();
      return events.own.length === 2 && !isHeld;
    });
  });

  /** Each transaction changes a shared subject and one of the writer's own, and commits late; notes are in commit order. */
  const writeAll = async () => {
    const written = new Map<string, string[]>();
    let done = 0;
    const write = async (writer: number) => {
      for (let turn = 0; turn < TRANSACTIONS; turn += 1) {
        const shared = `c1_shared${(writer + turn) % 5}`;
        const operationId = `${writer}.${turn}`;
        await registry.store.transaction({ holder: `writer ${writer}` }, async (executor) => {
          await lockSubjects(executor, registry.schema, [shared]);
          await appendChanges(executor, registry.schema, [
            aChange({ affects: [shared], operationId }),
            aChange({ affects: [`c1_own${writer}`], operationId, lane: turn % 3 === 0 ? 'bulk' : 'own' }),
          ]);
          await sleep(turn % 7 === 0 ? 60 : Math.random() * 8);
          written.set(shared, [...(written.get(shared) ?? []), operationId]);
        });
        done += 1;
      }
    };
    const all = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    return { written, all, done: () => done };
  };

  const collect = () => {
    const seen = new Map<string, string[]>();
    const handler: Handler = async (events) => {
      for (const { affects, operationId } of events) {
        const held = seen.get(affects[0]) ?? [];
        // At least once: what came before may come again, the order of first times counts.
        if (operationId !== null && !held.includes(operationId)) seen.set(affects[0], [...held, operationId]);
      }
    };
    const count = () => [...seen.values()].reduce((sum, held) => sum + held.length, 0);
    return { seen, handler, count };
  };

  const expectAll = (seen: ReadonlyMap<string, string[]>, written: ReadonlyMap<string, string[]>) => {
    for (const [subject, operations] of written) expect([subject, seen.get(subject)]).toEqual([subject, operations]);
    for (let writer = 0; writer < WRITERS; writer += 1) {
      expect(new Set(seen.get(`c1_own${writer}`)).size).toBe(TRANSACTIONS);
    }
  };

  it('skips no change of 16 writers that commit late, and keeps the order of each subject', async () => {
    const feed = createMemoryFeed({ log: quiet });
    closing.push(() => feed.close());
    const { seen, handler, count } = collect();
    feed.subscribe('group', handler);
    startRelay(feed, { pageSize: 40 });
    const { written, all } = await writeAll();
    await all;
    await until('everything came', () => count() === WRITERS * TRANSACTIONS * 2, 20_000);
    expectAll(seen, written);
  }, 60_000);

  describeWithRedis('with Redis', (url) => {
    const openFeed = (prefix: string) => {
      const feed = createRedisFeed({ url, prefix, log: quiet, leaseMs: 500 });
      closing.push(() => feed.close());
      return feed;
    };
    const newFeed = () => {
      const prefix = newPrefix();
      closing.push(() => wipe(url, prefix));
      return { prefix, feed: openFeed(prefix) };
    };

    it('skips nothing either when relay and consumer are replaced and Redis loses everything meanwhile', async () => {
      const { prefix, feed } = newFeed();
      const { seen, handler, count } = collect();
      const first = feed.subscribe('group', handler);
      const relay = startRelay(feed, { pageSize: 40 });
      const { written, all, done } = await writeAll();
      await until('a quarter is written', () => done() > (WRITERS * TRANSACTIONS) / 4, 30_000);
      await relay.stop();
      startRelay(openFeed(prefix), { pageSize: 40 });
      await until('half is written', () => done() > (WRITERS * TRANSACTIONS) / 2, 30_000);
      await wipe(url, prefix);
      await until('most is written', () => done() > WRITERS * TRANSACTIONS * 0.75, 30_000);
      await first.stop();
      openFeed(prefix).subscribe('group', handler);
      await all;
      await until('everything came', () => count() === WRITERS * TRANSACTIONS * 2, 30_000);
      expectAll(seen, written);
    }, 120_000);

    it('closes a door within a second of a revocation, also during a bulk load', async () => {
      const { feed } = newFeed();
      const { store, schema } = await createRegistry(database);
      const directory = createDirectory({ store, schema });
      const following = followDirectory({ feed, store, directory, registries: [registry.schema] });
      closing.push(() => following.stop());
      startRelay(feed);
      const entry = (until: string | null) =>
        ({
          kind: 'enterprise',
          subject: '91310104MA1FPAA18P',
          district: '310104',
          alive: true,
          representatives: [],
          handlers: [{ id: 'c1_wu', since: '2026-01-01', until, mandate: 'm1', services: ['food-permit'] }],
          holders: [],
        }) as const;
      const tell = (end: string | null) =>
        registry.write(aChange({ affects: ['91310104MA1FPAA18P'], kind: 'mandate.changed', directory: entry(end) }));
      const handlerUntil = async () => {
        const [held] = await directory.findMany(['91310104MA1FPAA18P']);
        return held?.kind === 'enterprise' ? held.handlers[0]?.until : undefined;
      };
      await tell(null);
      await until('the mandate is known', async () => (await handlerUntil()) === null);
      const load = (async () => {
        for (let chunk = 0; chunk < 20; chunk += 1) {
          const many = Array.from({ length: 500 }, (_, index) =>
            aChange({ lane: 'bulk', affects: [`c1_${chunk}_${index}`] }),
          );
          await registry.write(...many);
        }
      })();
      await sleep(100);
      const at = performance.now();
      await tell('2026-11-22');
      await until('it is withdrawn', async () => (await handlerUntil()) === '2026-11-22');
      expect(performance.now() - at).toBeLessThan(1_000);
      await load;
      await until('the directory is fresh again', () => directory.lag() < 1_000, 20_000);
    }, 60_000);
  });
});
