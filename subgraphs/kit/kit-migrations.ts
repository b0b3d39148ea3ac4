import type { Migration } from 'kysely';
import { createCursorKeyTable } from './cursor.ts';
import { createKitTables } from './feed/outbox-migration.ts';
import { createIngestTables } from './ingest/ingest-migration.ts';
import { createRequestKeyTable } from './request-key.ts';

/** The tables that every registry has, before its own migrations. */
export const kitMigrations = (schema: string): Readonly<Record<string, Migration>> => ({
  '0000_kit': {
    up: async (db) => {
      await createKitTables(db, schema);
      await createIngestTables(db, schema);
      await createRequestKeyTable(db, schema);
      await createCursorKeyTable(db, schema);
    },
  },
});
