import { sql } from 'kysely';
import type { BeforeWriteHook } from '../../kit/ingest/hooks.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

/**
 * Keeps what a drop of registrations changes, before it is overwritten. What was empty before is filled in, not changed;
 * several drops of one day make one change from the first value to the last.
 */
export const recordObservedChanges: BeforeWriteHook<EnterprisesDB> = async ({ executor, stage, ordinals, date }) => {
  await sql`
    insert into ${sql.table(`${SCHEMA}.observed_change`)} as held (uscc, kind, seen_on, before, after)
    select t.uscc, change.kind, ${date}::date, change.before, change.after
    from ${sql.id(stage)} s join ${sql.table(`${SCHEMA}.enterprise`)} t on t.uscc = s.uscc
    cross join lateral (values
      ('name-changed', t.name, s.name),
      ('scope-changed', t.scope, s.scope),
      ('address-changed', t.address_text, s.address_text),
      ('capital-changed', t.capital_as_stated, s.capital_as_stated),
      ('status-changed', t.status, s.status)
    ) as change (kind, before, after)
    where s.ordinal = any(${[...ordinals]}::int[]) and change.before <> change.after
    on conflict (uscc, kind, seen_on) do update set after = excluded.after`.execute(executor);
};
