import { Migrator, sql, type Migration } from 'kysely';
import type { Store } from './store/store.ts';

/**
 * Brings the registry's schema up to date, all or nothing; creates it when it is missing. Processes that start at once
 * wait for each other. Names order the migrations; the kit's and the registry's are numbered apart, so one that comes
 * late may sort before one that has run.
 */
export const migrate = <DB>(store: Store<DB>, migrations: Readonly<Record<string, Migration>>): Promise<void> =>
  store.transaction({ holder: `${store.schema}.migrate` }, async (executor) => {
    // Held until the transaction ends. The first to come creates the schema, too.
    await sql`select pg_advisory_xact_lock(hashtext(${`migrate:${store.schema}`}))`.execute(executor);
    await sql`set local statement_timeout = 0`.execute(executor);
    const migrator = new Migrator({
      db: executor,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
      migrationTableSchema: store.schema,
      allowUnorderedMigrations: true,
      // This is one already.
      disableTransactions: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed.', { cause: error });
  });
