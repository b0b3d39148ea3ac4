import { sql, type RawBuilder } from 'kysely';
import { SCHEMA } from './database.ts';

/**
 * A subquery over one licence `l`: its status on a day and since when. The latest change counts; one that is gone from its
 * register is cancelled, unless it had come to an end before (行政许可法 第七十条: what was revoked is cancelled thereafter).
 */
export const statusOn = (day: string): RawBuilder<unknown> => sql`
  select
    case when gone.it then 'CANCELLED' else coalesce(latest.status, 'VALID') end as status,
    case when gone.it then l.withdrawn_on else coalesce(latest.since, l.valid_from, l.issued_on) end as since
  from (select) as one_row
  left join lateral (
    select c.status, c.since from ${sql.table(`${SCHEMA}.status_change`)} c
    where c.record = l.record and c.since <= ${day}::date order by c.since desc limit 1
  ) latest on true
  cross join lateral (
    select coalesce(l.withdrawn_on <= ${day}::date, false)
      and coalesce(latest.status not in ('REVOKED', 'CANCELLED', 'REPLACED'), true) as it
  ) gone`;
