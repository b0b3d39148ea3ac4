import { expect, test } from '@jest/globals';
import { sql, type Kysely, type Migration } from 'kysely';
import { migrate } from '../../../subgraphs/kit/migrate.ts';
import { createPostgresDatabase } from '../../../subgraphs/kit/store/postgres-database.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { createScratchPostgres, describeWithPostgres } from '../../support/servers.ts';
import { eachEngine } from '../../support/stores.ts';

const holder = 'test';

const createTable = (name: string): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable(name).addColumn('id', 'integer').execute();
  },
});

const listTables = (store: Store<unknown>) =>
  store.read({ holder }, async (executor) => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = ${store.schema} and table_name not like 'kysely%' order by 1`.execute(executor);
    return rows.map(({ name }) => name);
  });

eachEngine((database) => {
  test('creates the schema and its tables, and does it once', async () => {
    const store = database().store('people');
    const migrations = { '0001_citizen': createTable('citizen'), '0002_home': createTable('home') };
    await migrate(store, migrations);
    await migrate(store, migrations);
    expect(await listTables(store)).toEqual(['citizen', 'home']);
  });

  test('keeps apart what two registries have run', async () => {
    await migrate(database().store('left'), { '0001_a': createTable('a') });
    await migrate(database().store('right'), { '0001_a': createTable('a') });
    expect(await listTables(database().store('right'))).toEqual(['a']);
  });

  test('runs what came later, also when its name sorts before', async () => {
    const store = database().store('late');
    await migrate(store, { '0000_kit': createTable('kit'), '0001_a': createTable('a') });
    await migrate(store, {
      '0000_kit': createTable('kit'),
      '0000_kit_2': createTable('more'),
      '0001_a': createTable('a'),
    });
    expect(await listTables(store)).toEqual(['a', 'kit', 'more']);
  });

  test('leaves nothing behind when one of them fails, and says why', async () => {
    const store = database().store('failing');
    const fails: Migration = { up: () => Promise.reject(new Error('no such thing')) };
    await expect(migrate(store, { '0001_a': createTable('a'), '0002_b': fails })).rejects.toThrow('no such thing');
    expect(await listTables(store)).toEqual([]);
    await migrate(store, { '0001_a': createTable('a') });
    expect(await listTables(store)).toEqual(['a']);
  });
});

describeWithPostgres('on PostgreSQL', (server) => {
  test('processes that start at once wait for each other', async () => {
    const scratch = await createScratchPostgres(server);
    const databases = [1, 2, 3, 4, 5].map(() => createPostgresDatabase({ url: scratch.url, max: 1 }));
    let runs = 0;
    const slow: Migration = {
      up: async (db: Kysely<unknown>) => {
        runs += 1;
        await sql`select pg_sleep(0.2)`.execute(db);
        await db.schema.createTable('once').addColumn('id', 'integer').execute();
      },
    };
    await Promise.all(databases.map((database) => migrate(database.store('shared'), { '0001_once': slow })));
    await Promise.all(databases.map((database) => database.close()));
    await scratch.drop();
    expect(runs).toBe(1);
  });
});
