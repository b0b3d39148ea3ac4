import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import { askedOwners } from '../../kit/store/sql.ts';
import type { OwnershipEdge } from '../beneficial-owners.ts';
import { toMoney } from '../money.ts';
import type { ShareRow } from '../rows.ts';
import { toEnterprise, toOwner } from '../subjects.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

/** So many of each subject's shares, by the side it stands on: the largest first, then by who is on the other side. */
const findFirst = async (
  executor: Executor<EnterprisesDB>,
  [side, other]: readonly ['uscc', 'owner'] | readonly ['owner', 'uscc'],
  subjects: readonly string[],
  first: number,
): Promise<ShareRow[]> => {
  const rows = await executor
    .selectFrom(askedOwners(subjects))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('share')
          .whereRef(`share.${side}`, '=', 'asked.owner')
          .orderBy('percent', 'desc')
          .orderBy(`share.${other}`)
          .orderBy('since', 'desc')
          .limit(first)
          .selectAll()
          .as('held'),
      (join) => join.onTrue(),
    )
    .orderBy('asked.owner')
    .orderBy('held.percent', 'desc')
    .orderBy(`held.${other}`)
    .orderBy('held.since', 'desc')
    .select(['held.uscc', 'held.owner as ownerId', sql<number>`held.percent::float8`.as('share')])
    .select(['held.since', 'held.until', 'held.subscribed_amount', 'held.subscribed_currency'])
    .execute();
  return rows.map(({ subscribed_amount, subscribed_currency, ...row }) => ({
    ...row,
    owner: toOwner(row.ownerId),
    enterprise: toEnterprise(row.uscc),
    subscribed: toMoney(subscribed_amount, subscribed_currency),
  }));
};

/** Who holds or held shares in these enterprises, the largest of each first. */
export const findShareholders = (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  first: number,
): Promise<ShareRow[]> => findFirst(executor, ['uscc', 'owner'], usccs, first);

/** In what these subjects hold or held shares, the largest of each first. */
export const findInvestments = (
  executor: Executor<EnterprisesDB>,
  owners: readonly string[],
  first: number,
): Promise<ShareRow[]> => findFirst(executor, ['owner', 'uscc'], owners, first);

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
