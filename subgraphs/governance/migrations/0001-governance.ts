import { sql, type Migration } from 'kysely';

/** Sources' board, objections, and the access log: a chain of hashes, and beside it the details that may expire. */
export const createGovernance: Migration = {
  up: async (db) => {
    const governance = db.schema.withSchema('governance');
    await governance
      .createTable('source')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('registry', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_en', 'text', (column) => column.notNull())
      .addColumn('department', 'text', (column) => column.notNull())
      .addColumn('cycle', 'text')
      .addColumn('last_arrival', 'timestamptz')
      .addColumn('last_sequence', 'text')
      .addColumn('rows', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('accepted', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('changed', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('quarantined', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('completeness', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
      .addColumn('accuracy', 'float8')
      .addColumn('timeliness_hours', 'float8')
      .addColumn('event_sequence', 'text', (column) => column.notNull())
      .execute();
    await governance
      .createTable('objection')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('raised_by', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('department', 'text', (column) => column.notNull())
      .addColumn('claim', 'text', (column) => column.notNull())
      .addColumn('evidence', 'text')
      .addColumn('state', 'text', (column) => column.notNull().defaultTo('OPEN'))
      .addColumn('opened_at', 'timestamptz', (column) => column.notNull())
      .addColumn('decided_at', 'timestamptz')
      .addColumn('decided_by', 'text')
      .addColumn('reason', 'text')
      .execute();
    await governance.createIndex('objection_subject').on('objection').columns(['subject', 'opened_at', 'id']).execute();
    await governance
      .createIndex('objection_department')
      .on('objection')
      .columns(['department', 'state', 'opened_at', 'id'])
      .execute();
    await governance
      .createTable('access_reading')
      .addColumn('operation_id', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('registry', 'text', (column) => column.notNull())
      .addColumn('sequence', 'text', (column) => column.notNull())
      .addColumn('items', sql`text[]`, (column) => column.notNull())
      .addColumn('reader', 'jsonb', (column) => column.notNull())
      .addColumn('read_at', 'timestamptz', (column) => column.notNull())
      .addColumn('received_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('line', 'bigint')
      .addPrimaryKeyConstraint('access_reading_pk', ['registry', 'sequence'])
      .execute();
    await sql`create index access_reading_waiting on governance.access_reading (received_at) where line is null`.execute(
      db,
    );
    await governance
      .createTable('access_line')
      .addColumn('sequence', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addColumn('detail_hash', 'text', (column) => column.notNull())
      .addColumn('previous_hash', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await governance
      .createTable('access_detail')
      .addColumn('sequence', 'bigint', (column) => column.primaryKey().references('governance.access_line.sequence'))
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addColumn('operation_id', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('items', sql`text[]`, (column) => column.notNull())
      .addColumn('reader', 'jsonb', (column) => column.notNull())
      .addColumn('salt', 'text', (column) => column.notNull())
      .execute();
    await governance
      .createIndex('access_detail_subject')
      .on('access_detail')
      .columns(['subject', 'sequence'])
      .execute();
    await governance
      .createTable('access_head')
      .addColumn('singleton', 'boolean', (column) =>
        column
          .primaryKey()
          .defaultTo(true)
          .check(sql`singleton`),
      )
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into governance.access_head (sequence, hash) values (0, '')`.execute(db);
    // Append-only for whoever writes SQL by hand; the chain proves it for whoever may drop triggers.
    await sql`create function governance.refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the access log is append-only'; end $$`.execute(db);
    await sql`create trigger access_line_append_only before update or delete on governance.access_line
      for each row execute function governance.refuse_change()`.execute(db);
  },
};
