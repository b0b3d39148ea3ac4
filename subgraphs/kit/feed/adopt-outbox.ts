import { sql, type QueryExecutorProvider } from 'kysely';

/** The lowest id that a transaction may have: what was restored lies before all that is written from now on. */
const FIRST_XID = '3';

/**
 * Transaction ids are a cluster's own: rows and positions that a dump brought from another may lie in this one's future,
 * where nothing would be relayed until its counter comes by. Then every row gets the lowest id there is, in the order of
 * the row ids, and each group goes back to before the first row that it may not have handled. Resolves to the number of
 * rows put in order, null when none of it is another's.
 */
export async function adoptOutbox(executor: QueryExecutorProvider, schema: string): Promise<number | null> {
  return (await isForeign(executor, schema)) ? renumber(executor, schema) : null;
}

/** Whether a row or a position lies in the future of this cluster. */
async function isForeign(executor: QueryExecutorProvider, schema: string): Promise<boolean> {
  const newest = (lane: string) => sql`(select held.xid from ${sql.id(schema, 'outbox')} as held
    where lane = ${lane} order by held.xid desc, held.id desc limit 1)`;
  const { rows } = await sql<{ found: boolean }>`
    with horizon as materialized (select pg_snapshot_xmax(pg_current_snapshot()) as next)
    select coalesce(${newest('own')} >= next, false) or coalesce(${newest('bulk')} >= next, false) or exists (
      select from ${sql.id(schema, 'outbox_consumer')} where split_part(sequence, '.', 1)::numeric >= next::text::numeric
    ) as found from horizon`.execute(executor);
  return rows[0]?.found === true;
}

/**
 * One statement, so that nothing written meanwhile is taken for restored. What was written here already has a lower
 * transaction id than the position of a group that never saw it, and a higher row id.
 */
async function renumber(executor: QueryExecutorProvider, schema: string): Promise<number> {
  const [outbox, consumer] = [sql.id(schema, 'outbox'), sql.id(schema, 'outbox_consumer')];
  const { rows } = await sql<{ rows: number }>`
    with horizon as materialized (select pg_snapshot_xmax(pg_current_snapshot()) as next),
    stand as materialized (
      select consumer, lane, split_part(sequence, '.', 1)::numeric as xid, split_part(sequence, '.', 2)::bigint as id
      from ${consumer}
    ),
    handled as materialized (
      select stand.consumer, stand.lane, coalesce(
        min(held.id) filter (where (held.xid::text::numeric, held.id) > (stand.xid, stand.id)
          or held.xid < next and held.id > stand.id) - 1, max(held.id), 0) as id
      from horizon cross join stand left join ${outbox} as held on held.lane = stand.lane
      group by stand.consumer, stand.lane
    ),
    moved as (
      update ${consumer} as held
      set sequence = lpad(${FIRST_XID}, 20, '0') || '.' || lpad(handled.id::text, 19, '0')
      from handled where held.consumer = handled.consumer and held.lane = handled.lane
    ),
    renumbered as (update ${outbox} set xid = ${FIRST_XID}::xid8 returning 1)
    select count(*) as rows from renumbered`.execute(executor);
  return rows[0]?.rows ?? 0;
}
