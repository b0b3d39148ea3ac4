import { sql } from 'kysely';
import type { ReadingPayload } from '../../kit/access/access-log.ts';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { GovernanceDB } from '../repository/database.ts';

/** One operation that read somebody's file, merged of its lines. */
export interface AccessRow {
  sequence: number;
  at: string;
  reader: ReadingPayload;
  items: readonly string[];
}

/** The ids of a file: its own, and those that were merged into it. */
const idsOf = (subject: string) => sql`(
  select ${subject}::text union all select subject from governance.subject_directory where merged_into = ${subject})`;

/** Readings of a file, latest first, one per operation; `first + 1` rows of the page. */
export const findReadings = async (
  executor: Executor<GovernanceDB>,
  subject: string,
  { first, after }: Page,
): Promise<AccessRow[]> => {
  const before = after?.[0] ?? null;
  const { rows } = await sql<AccessRow>`
    select min(sequence) as sequence, min(at) as at, (array_agg(reader order by sequence))[1] as reader,
      array(select distinct item from governance.access_detail as part, unnest(part.items) as item
        where part.subject in ${idsOf(subject)} and part.operation_id = detail.operation_id order by item) as items
    from governance.access_detail as detail
    where subject in ${idsOf(subject)}
    group by operation_id
    having ${before}::bigint is null or min(sequence) < ${before}::bigint
    order by min(sequence) desc
    limit ${first + 1}`.execute(executor);
  return rows;
};

export const countReadings = async (executor: Executor<GovernanceDB>, subject: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct operation_id) as count from governance.access_detail
    where subject in ${idsOf(subject)}`.execute(executor);
  return rows[0]?.count ?? 0;
};
