import { sql } from 'kysely';
import type { Store } from '../store/store.ts';

/** Whether any drop has ever come into this registry. */
export const hasArrivals = async <DB>(store: Store<DB>): Promise<boolean> => {
  const { rows } = await store.read({ holder: `${store.schema}.arrivals` }, (executor) =>
    sql`select 1 from ${sql.id(store.schema, 'ingest_batch')} limit 1`.execute(executor),
  );
  return rows.length > 0;
};
