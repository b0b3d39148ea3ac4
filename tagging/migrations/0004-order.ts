import { sql, type Kysely, type Migration } from 'kysely';

const UP: readonly string[] = [
  // Under which fence a subject was derived, so that whoever is late writes no belief either; and of what its beliefs are the hash.
  'alter table tagging.derived add column fence bigint not null default -1',
  'alter table tagging.derived add column hash text',
  'alter table tagging.derived add column is_erased boolean not null default false',
  'alter table tagging.belief alter column known_from set default now()',
  // Whoever looks for one kind does not pass over all of the other.
  'drop index tagging.queue_order',
  'create index queue_order on tagging.queue (kind, lane, wanted)',
];

const DOWN: readonly string[] = [
  'drop index tagging.queue_order',
  'create index queue_order on tagging.queue (lane, wanted)',
  'alter table tagging.belief alter column known_from drop default',
  ...['is_erased', 'hash', 'fence'].map((column) => `alter table tagging.derived drop column ${column}`),
];

/** An order in which beliefs are written, and one in which the queue is read. */
export const order: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of UP) await sql.raw(statement).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    for (const statement of DOWN) await sql.raw(statement).execute(db);
  },
};
