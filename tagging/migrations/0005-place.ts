import { sql, type Kysely, type Migration } from 'kysely';

const index = (columns: string) => async (db: Kysely<unknown>) => {
  await sql`drop index tagging.queue_order`.execute(db);
  await sql.raw(`create index queue_order on tagging.queue (${columns})`).execute(db);
};

/** Whoever changes while it waits keeps its place in the queue: `wanted` tells changes apart, and orders those of one moment. */
export const place: Migration = {
  up: index('kind, lane, queued_at, wanted'),
  down: index('kind, lane, wanted'),
};
