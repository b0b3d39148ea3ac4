import { sql, type Kysely, type Migration } from 'kysely';

/** Which numbers were given up in a merge, so that rows under them are told from rows under a number that was corrected. */
export const givenUpNumbers: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table personal.identity_alias add column merged_from text`.execute(db);
    await sql`update personal.identity_alias a set merged_from = c.citizen_id from personal.identity_change c
      where c.survivor_id = a.citizen_id and c.since = a.until and c.citizen_id <> a.citizen_id`.execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    await sql`alter table personal.identity_alias drop column merged_from`.execute(db);
  },
};
