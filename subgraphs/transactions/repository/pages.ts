import { sql } from 'kysely';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { ApplicationState } from '../schema.generated.ts';
import { SCHEMA, type TransactionsDB } from './database.ts';

/** What of an applicant's list is told; null: all. */
export interface ListFilter {
  states: readonly ApplicationState[] | null;
  /** Codes of services. */
  services: readonly string[] | null;
}

const matching = ({ states, services }: ListFilter) => sql`
  ${states === null ? sql`` : sql`and a.state = any(${[...states]}::text[])`}
  ${services === null ? sql`` : sql`and a.service = any(${[...services]}::text[])`}`;

export interface ListedApplication {
  owner: string;
  id: string;
  openedAt: string;
}

/** Applications of applicants, the latest first, one row more than the page; the keyset is (opened at, id). */
export const findApplicationPages = async (
  executor: Executor<TransactionsDB>,
  applicants: readonly string[],
  filter: ListFilter,
  { first, after }: Page,
): Promise<ListedApplication[]> => {
  const [openedAt, id] = after ?? [];
  const { rows } = await sql<ListedApplication>`
    select asked.owner, listed.id, listed.opened_at as "openedAt"
    from unnest(${[...applicants]}::text[]) as asked (owner)
    cross join lateral (
      select a.id, a.opened_at from ${sql.table(`${SCHEMA}.application`)} a
      where a.applicant = asked.owner ${matching(filter)}
      ${
        after === null
          ? sql``
          : sql`and (a.opened_at < ${openedAt}::timestamptz or (a.opened_at = ${openedAt}::timestamptz and a.id > ${id}::text))`
      }
      order by a.opened_at desc, a.id limit ${first + 1}
    ) listed
    order by asked.owner, listed.opened_at desc, listed.id`.execute(executor);
  return rows;
};

/** How many each applicant's list has. */
export const countApplications = async (
  executor: Executor<TransactionsDB>,
  applicants: readonly string[],
  filter: ListFilter,
): Promise<{ owner: string; count: number }[]> => {
  const { rows } = await sql<{ owner: string; count: number }>`
    select a.applicant as owner, count(*)::int as count from ${sql.table(`${SCHEMA}.application`)} a
    where a.applicant = any(${[...applicants]}::text[]) ${matching(filter)}
    group by a.applicant`.execute(executor);
  return rows;
};
