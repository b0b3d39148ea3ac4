import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { OwnershipEdge } from '../beneficial-owners.ts';
import { toMoney } from '../money.ts';
import type { ShareRow } from '../rows.ts';
import { toEnterprise, toOwner } from '../subjects.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

const findWhere = async (
  executor: Executor<EnterprisesDB>,
  side: 'uscc' | 'owner',
  subjects: readonly string[],
): Promise<ShareRow[]> => {
  const rows = await executor
    .selectFrom('share')
    .where(side, '=', anyOf(subjects))
    .orderBy('percent', 'desc')
    .orderBy('since', 'desc')
    .orderBy('owner')
    .orderBy('uscc')
    .select(['uscc', 'owner as ownerId', sql<number>`percent::float8`.as('share'), 'since', 'until'])
    .select(['subscribed_amount', 'subscribed_currency'])
    .execute();
  return rows.map(({ subscribed_amount, subscribed_currency, ...row }) => ({
    ...row,
    owner: toOwner(row.ownerId),
    enterprise: toEnterprise(row.uscc),
    subscribed: toMoney(subscribed_amount, subscribed_currency),
  }));
};

/** Who holds or held shares in these enterprises, the largest first. */
export const findShareholders = (executor: Executor<EnterprisesDB>, usccs: readonly string[]): Promise<ShareRow[]> =>
  findWhere(executor, 'uscc', usccs);

/** In what these subjects hold or held shares, the largest first. */
export const findInvestments = (executor: Executor<EnterprisesDB>, owners: readonly string[]): Promise<ShareRow[]> =>
  findWhere(executor, 'owner', owners);

/** All shares in force above these enterprises, however many steps; a cycle ends the walk. */
export const findOwnershipAbove = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  today: string,
): Promise<OwnershipEdge[]> => {
  const share = sql.table(`${SCHEMA}.share`);
  const inForce = sql`s.since <= ${today}::date and (s.until is null or s.until > ${today}::date)`;
  const { rows } = await sql<OwnershipEdge>`
    with recursive above (uscc) as (
      select unnest(${[...usccs]}::text[])
      union
      select s.owner from ${share} s join above a on s.uscc = a.uscc where ${inForce}
    )
    select s.owner, s.uscc, sum(s.percent)::float8 as share
    from ${share} s join above a on s.uscc = a.uscc where ${inForce}
    group by s.owner, s.uscc`.execute(executor);
  return rows;
};
