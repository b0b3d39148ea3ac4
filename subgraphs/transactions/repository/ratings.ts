import { sql } from 'kysely';
import { civilDay } from '../../../schema/civil-day.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import { BAD_LEVELS, isBad, MARKS, rectificationDueOn, TOLD_TOGETHER } from '../rating-levels.ts';
import type { Of, RatingRow } from '../rows.ts';
import type { RatingLevel } from '../schema.generated.ts';
import { SCHEMA, type TransactionsDB } from './database.ts';

type Told = Omit<RatingRow, 'rectificationState' | 'rectificationDueOn'> & {
  rectified: RatingRow['rectificationState'];
};

/** A bad rating is open until the department has told what it did. */
const toRating = ({ rectified, ...rating }: Told): RatingRow =>
  isBad(rating.level)
    ? {
        ...rating,
        rectificationState: rectified ?? 'OPEN',
        rectificationDueOn: rectificationDueOn(civilDay(new Date(rating.at))),
      }
    : { ...rating, rectification: null, rectificationState: null, rectificationDueOn: null };

export const findRatings = async (
  executor: Executor<TransactionsDB>,
  applications: readonly string[],
): Promise<Of<RatingRow>[]> => {
  const rows = await executor
    .selectFrom('rating')
    .leftJoin('rectification', 'rectification.application_id', 'rating.application_id')
    .where('rating.application_id', '=', anyOf(applications))
    .select(['rating.application_id as application', 'level', 'tags', 'comment', 'rated_at as at'])
    .select(['rectification.note as rectification', 'rectification.state as rectified'])
    .execute();
  return rows.map(({ application, tags, ...told }) => ({ application, ...toRating({ ...told, tags: tags ?? [] }) }));
};

export interface NewRating {
  application: string;
  applicant: string;
  service: string;
  level: RatingLevel;
  tags: readonly string[];
  comment: string | null;
  at: string;
}

/** The first rating of an application; null when it has one. */
export const insertRating = async (
  executor: Executor<TransactionsDB>,
  { application, tags, at, ...rating }: NewRating,
): Promise<RatingRow | null> => {
  const row = await executor
    .insertInto('rating')
    .values({ ...rating, application_id: application, tags: [...tags], rated_at: at, provider: null })
    .onConflict((conflict) => conflict.column('application_id').doNothing())
    .returning(['level', 'tags', 'comment', 'rated_at as at'])
    .executeTakeFirst();
  return row === undefined ? null : toRating({ ...row, tags: row.tags ?? [], rectification: null, rectified: null });
};

export interface RatingSum {
  of: string;
  count: number;
  mean: number | null;
  badRate: number | null;
  rectifiedRate: number | null;
}

const mark = sql.join(
  Object.entries(MARKS).map(([level, value]) => sql`when ${sql.lit(level)} then ${sql.lit(value)}`),
  sql` `,
);

/**
 * Ratings of services or providers in sum, over whole groups of five in the order in which they came to be known: what
 * comes later never changes the groups before it, so two answers differ by five people or by none.
 */
export const summarise = async (
  executor: Executor<TransactionsDB>,
  by: 'service' | 'provider',
  codes: readonly string[],
): Promise<RatingSum[]> => {
  const of = sql.ref(`r.${by}`);
  const { rows } = await sql<RatingSum>`
    with ranked as (
      select ${of} as of, r.application_id, r.level, row_number() over (partition by ${of} order by r.arrival) as rank,
        count(*) over (partition by ${of}) as total
      from ${sql.table(`${SCHEMA}.rating`)} r where ${of} = any(${[...codes]}::text[])
    ), told as (
      select ranked.of, case ranked.level ${mark} end as mark, ranked.level = any(${[...BAD_LEVELS]}::text[]) as bad,
        done.application_id is not null as rectified
      from ranked left join ${sql.table(`${SCHEMA}.rectification`)} done
        on done.application_id = ranked.application_id and done.state <> 'OPEN'
      where rank <= total - total % ${sql.lit(TOLD_TOGETHER)}
    )
    select of, count(*)::int as count, round(avg(mark), 2)::float8 as mean,
      round(avg(bad::int), 4)::float8 as "badRate",
      round(avg(rectified::int) filter (where bad), 4)::float8 as "rectifiedRate"
    from told group by of`.execute(executor);
  return rows;
};
