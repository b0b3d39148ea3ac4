import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../../../subgraphs/kit/store/database.ts';
import { createPostgresDatabase } from '../../../../subgraphs/kit/store/postgres-database.ts';
import type { Executor } from '../../../../subgraphs/kit/store/store.ts';
import { createScratchPostgres, describeWithPostgres, type ScratchPostgres } from '../../../support/servers.ts';

const holder = 'test.first';

describeWithPostgres('PostgreSQL', (server) => {
  let scratch: ScratchPostgres;
  let database: Database;
  beforeAll(async () => {
    scratch = await createScratchPostgres(server);
    database = createPostgresDatabase({ url: scratch.url, max: 4, acquireTimeoutMs: 400, statementTimeoutMs: 500 });
  });
  afterAll(async () => {
    await database.close();
    await scratch.drop();
  });

  const processId = async (executor: Executor<unknown>) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(executor);
    return rows[0]?.pid ?? 0;
  };
  const terminateAll = () =>
    database.store('first').read({ holder: 'test.terminate' }, (executor) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(executor),
    );

  test('works again after the server dropped the connection that was in use', async () => {
    const store = database.store('first');
    const lost = store.transaction({ holder }, async (executor) => {
      await processId(executor);
      await terminateAll();
      await processId(executor);
    });
    await expect(lost).rejects.toThrow(/terminat|not queryable/);
    expect(await store.read({ holder }, processId)).toBeGreaterThan(0);
  });

  test('works again after the server dropped connections that lay idle', async () => {
    const store = database.store('first');
    await Promise.all(
      [1, 2, 3].map(() => store.read({ holder }, (executor) => sql`select pg_sleep(0.05)`.execute(executor))),
    );
    await terminateAll();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const pids = await Promise.all([1, 2, 3].map(() => store.read({ holder }, processId)));
    expect(pids.every((pid) => pid > 0)).toBe(true);
  });

  test('gives a statement up that takes too long', async () => {
    const slow = database.store('first').read({ holder }, (executor) => sql`select pg_sleep(3)`.execute(executor));
    await expect(slow).rejects.toMatchObject({ code: '57014' });
  });

  test('leaves half of the connections to readers, whatever is loaded', async () => {
    const store = database.store('first');
    const release: (() => void)[] = [];
    const load = () =>
      store.read(
        { holder: 'test.load', priority: 'bulk' },
        () => new Promise<void>((resolve) => release.push(resolve)),
      );
    const running = [load(), load()];
    await expect(store.read({ holder: 'test.third', priority: 'bulk' }, processId)).rejects.toThrow(
      'test.third waited 4800 ms for PostgreSQL, held by test.load since',
    );
    expect(await store.read({ holder }, processId)).toBeGreaterThan(0);
    for (const end of release) end();
    await Promise.all(running);
  });

  test('says so when there is no server, and finds it when it is there', async () => {
    const nowhere = new URL(scratch.url);
    nowhere.port = '1';
    const absent = createPostgresDatabase({ url: nowhere.href });
    await expect(absent.store('first').read({ holder }, processId)).rejects.toThrow(
      'test.first could not connect to PostgreSQL',
    );
    await absent.close();
  });
});
