import { sql } from 'kysely';
import type { Change } from '../../../../subgraphs/kit/feed/change.ts';
import { appendChanges } from '../../../../subgraphs/kit/feed/outbox.ts';
import { createKitTables } from '../../../../subgraphs/kit/feed/outbox-migration.ts';
import type { Database } from '../../../../subgraphs/kit/store/database.ts';
import type { Store } from '../../../../subgraphs/kit/store/store.ts';

export const aChange = (part: Partial<Change> = {}): Change => ({
  kind: 'citizen.changed',
  lane: 'own',
  affects: ['c1_lin'],
  items: ['Citizen.phone'],
  operationId: null,
  traceId: null,
  ...part,
});

let registries = 0;

export interface TestRegistry {
  schema: string;
  store: Store<unknown>;
  write(...changes: Change[]): Promise<number[]>;
  count(table: string): Promise<number>;
}

/** A registry that has nothing but the kit's tables. */
export async function createRegistry(database: Database, schema = `personal_${++registries}`): Promise<TestRegistry> {
  const store = database.store<unknown>(schema);
  await store.transaction({ holder: 'test' }, async (executor) => {
    await sql`create schema ${sql.id(schema)}`.execute(executor);
    await createKitTables(executor, schema);
  });
  return {
    schema,
    store,
    write: (...changes) =>
      store.transaction({ holder: 'test' }, (executor) => appendChanges(executor, schema, changes)),
    count: (table) =>
      store.read({ holder: 'test' }, async (executor) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(schema, table)}`.execute(executor);
        return rows[0]?.n ?? 0;
      }),
  };
}
