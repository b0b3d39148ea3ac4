import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import type { ContributionPeriodRow } from '../rows.ts';
import { SCHEMA, type ArchiveDB } from './database.ts';

/**
 * Unbroken months with one employer, merged, the latest first, as of a day. Within a run of consecutive months the number of
 * the month less its place among the employer's months stays the same. An employer is its USCC, else its name.
 */
export const findContributionPeriods = async (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
  today: string,
): Promise<ContributionPeriodRow[]> => {
  const { rows } = await sql<ContributionPeriodRow>`
    with paid as (
      select citizen_id, month, employer, uscc, coalesce(uscc, employer) as who,
        extract(year from month) * 12 + extract(month from month)
          - row_number() over (partition by citizen_id, coalesce(uscc, employer) order by month) as run
      from ${sql.table(`${SCHEMA}.contribution`)}
      where citizen_id = any(${[...citizens]}::text[]) and month <= ${today}::date
    ), period as (
      select citizen_id, (array_agg(employer order by month desc))[1] as employer, max(uscc) as uscc,
        min(month) as since, (max(month) + interval '1 month')::date as ended, count(*)::int as months
      from paid group by citizen_id, who, run
    )
    select citizen_id as subject, employer, uscc, since, months,
      case when lead(since) over (partition by citizen_id order by since) is null
        and ended + interval '1 month' > ${today}::date then null else ended end as until
    from period order by citizen_id, since desc`.execute(executor);
  return rows;
};
