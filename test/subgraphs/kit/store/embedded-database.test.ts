import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createEmbeddedDatabase, type EmbeddedDatabase } from '../../../../subgraphs/kit/store/embedded-database.ts';
import type { Executor } from '../../../../subgraphs/kit/store/store.ts';
import { getBareDump, openTestDatabase } from '../../../support/stores.ts';
import { createFolder, startProcess } from './holding-process.ts';

const holder = 'test.first';
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await openTestDatabase({}, { acquireTimeoutMs: 400, idleMs: 1000 });
}, 120_000);
afterAll(() => database.close());

const one = async (executor: Executor<unknown>) => {
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(executor);
  return rows[0]?.one;
};

test('a read inside a transaction times out, naming who holds the connection, and the transaction is undone', async () => {
  const store = database.store('first');
  const work = store.transaction({ holder }, async (executor) => {
    await sql`create table public.never (a int)`.execute(executor);
    return store.read({ holder: 'test.inner' }, one);
  });
  await expect(work).rejects.toThrow(
    /^test\.inner waited 400 ms for the embedded store, held by test\.first since 20\d\d-/,
  );
  const { rows } = await store.read({ holder }, (executor) =>
    sql`select to_regclass('public.never') as found`.execute(executor),
  );
  expect(rows).toEqual([{ found: null }]);
});

test('all registries share the one connection', async () => {
  const work = database
    .store('first')
    .transaction({ holder }, () => database.store('second').read({ holder: 'test.second' }, one));
  await expect(work).rejects.toThrow('held by test.first');
});

test('takes back a lease that was forgotten inside a transaction', async () => {
  const store = database.store('first');
  const forgotten = store.transaction({ holder }, async (executor) => {
    await sql`create table public.forgotten (a int)`.execute(executor);
    return new Promise(() => undefined);
  });
  await expect(forgotten).rejects.toThrow(
    'The store lease of test.first was taken back after 1000 ms without a statement.',
  );
  const { rows } = await store.read({ holder }, (executor) =>
    sql`select to_regclass('public.forgotten') as found`.execute(executor),
  );
  expect(rows).toEqual([{ found: null }]);
});

test('leaves the event loop free during a long statement', async () => {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const started = performance.now();
  await database
    .store('first')
    .read({ holder }, (executor) => sql`select count(*) from generate_series(1, 2000000)`.execute(executor));
  clearInterval(timer);
  expect(longest).toBeLessThan((performance.now() - started) / 2);
});

test('starts another from a dump', async () => {
  const store = database.store('first');
  await store.read({ holder }, (executor) => sql`create table public.dumped as select 7 as a`.execute(executor));
  const copy = await createEmbeddedDatabase({ folder: 'memory', dump: await database.dump() });
  const { rows } = await copy
    .store('first')
    .read({ holder }, (executor) => sql`select a from dumped`.execute(executor));
  await copy.close();
  expect(rows).toEqual([{ a: 7 }]);
});

test('lets the work under way end before it closes, and refuses what comes later', async () => {
  const closed = await openTestDatabase();
  const running = closed.store('first').transaction({ holder }, async (executor) => {
    await wait(100);
    return one(executor);
  });
  await closed.close();
  expect(await running).toBe(1);
  await expect(closed.store('first').read({ holder }, one)).rejects.toThrow('The embedded store is closed.');
});

test('finds all that was committed, and nothing by halves, after its process was killed while it wrote', async () => {
  const folder = await createFolder();
  const dump = await getBareDump();
  try {
    for (let round = 0; round < 2; round += 1) {
      const writer = startProcess('./write-for-ever.ts', folder, dump);
      let told = 0;
      while (told < 40) told = (await writer.hear()) as number;
      await expect(createEmbeddedDatabase({ folder })).rejects.toThrow(`is held by process ${writer.pid}`);
      await writer.kill('SIGKILL');
      const reopened = await createEmbeddedDatabase({ folder });
      const { rows } = await reopened.store('numbers').read({ holder }, (executor) =>
        sql<{ highest: number; lowest: number; count: number }>`
          select max(value) as highest, min(value) as lowest, count(*) as count from numbers.number`.execute(executor),
      );
      const { highest = 0, lowest = 0, count = 0 } = rows[0] ?? {};
      expect(highest).toBeGreaterThanOrEqual(told);
      expect(lowest).toBe(-highest);
      expect(count).toBe(highest * 2);
      await reopened.store('numbers').read({ holder }, (executor) => sql`truncate numbers.number`.execute(executor));
      await reopened.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

test('starts afresh where a first start was killed half-way', async () => {
  const folder = await createFolder();
  const dump = await getBareDump();
  const writer = startProcess('./write-for-ever.ts', folder, dump);
  await wait(1500);
  await writer.kill('SIGKILL');
  const opened = await createEmbeddedDatabase({ folder, dump });
  expect(await opened.store('numbers').read({ holder }, one)).toBe(1);
  await opened.close();
  await rm(folder, { recursive: true });
}, 120_000);
