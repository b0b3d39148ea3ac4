import { sql } from 'kysely';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { HoldingRow, LifeEventRow } from '../rows.ts';
import type { Role } from '../schema.generated.ts';
import { toEnterprise } from '../subjects.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

const view = (name: string) => sql.table(`${SCHEMA}.${name}`);

/** One row more than each owner's page tells that there are more. */
const perOwner = ({ first }: Page) => first + 1;

/** What citizens are to enterprises, the latest first; the keyset is (since, USCC, role, record). */
export const findHoldings = async (
  executor: Executor<EnterprisesDB>,
  citizens: readonly string[],
  roles: readonly Role[] | null,
  page: Page,
): Promise<{ owner: string; row: HoldingRow }[]> => {
  const [since, uscc, role, record] = page.after ?? [];
  const { rows } = await sql<Omit<HoldingRow, 'enterprise'> & { owner: string; uscc: string }>`
    select asked.owner, held.uscc, held.role, held.since, held.until, held.percent::float8 as share, held.record
    from unnest(${[...citizens]}::text[]) as asked (owner)
    cross join lateral (
      select * from ${view('holding')} h
      where h.citizen_id = asked.owner ${roles === null ? sql`` : sql`and h.role = any(${[...roles]}::text[])`}
      ${
        page.after === null
          ? sql``
          : sql`and (h.since < ${since}::date or
            (h.since = ${since}::date and (h.uscc, h.role, h.record) > (${uscc}::text, ${role}::text, ${record}::text)))`
      }
      order by h.since desc, h.uscc, h.role, h.record limit ${perOwner(page)}
    ) held
    order by asked.owner, held.since desc, held.uscc, held.role, held.record`.execute(executor);
  return rows.map(({ owner, uscc: of, ...row }) => ({ owner, row: { ...row, enterprise: toEnterprise(of) } }));
};

/** How many entries each citizen's list of holdings has. */
export const countHoldings = async (
  executor: Executor<EnterprisesDB>,
  citizens: readonly string[],
  roles: readonly Role[] | null,
): Promise<{ owner: string; count: number }[]> => {
  const { rows } = await sql<{ owner: string; count: number }>`
    select citizen_id as owner, count(*)::int as count from ${view('holding')} h
    where citizen_id = any(${[...citizens]}::text[])
      ${roles === null ? sql`` : sql`and role = any(${[...roles]}::text[])`}
    group by citizen_id`.execute(executor);
  return rows;
};

/** What happened to enterprises, the latest first; the keyset is (day, id). */
export const findLifeEvents = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  kinds: readonly string[] | null,
  page: Page,
): Promise<{ owner: string; row: LifeEventRow }[]> => {
  const [at, id] = page.after ?? [];
  const { rows } = await sql<Omit<LifeEventRow, 'source'> & { owner: string; source: string }>`
    select asked.owner, event.id, event.at, event.kind, event.title, event.before, event.after, event.source
    from unnest(${[...usccs]}::text[]) as asked (owner)
    cross join lateral (
      select * from ${view('life_event')} e
      where e.uscc = asked.owner ${kinds === null ? sql`` : sql`and e.kind = any(${[...kinds]}::text[])`}
      ${page.after === null ? sql`` : sql`and (e.at, e.id) < (${at}::date, ${id}::text)`}
      order by e.at desc, e.id desc limit ${perOwner(page)}
    ) event
    order by asked.owner, event.at desc, event.id desc`.execute(executor);
  return rows.map(({ owner, source, ...row }) => ({ owner, row: { ...row, source: { code: source } } }));
};

/** Branches of enterprises that exist on the day, by USCC; the keyset is (USCC). */
export const findBranches = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  today: string,
  page: Page,
): Promise<{ owner: string; row: { uscc: string } }[]> => {
  const [after] = page.after ?? [];
  const { rows } = await sql<{ owner: string; uscc: string }>`
    select asked.owner, branch.branch_uscc as uscc
    from unnest(${[...usccs]}::text[]) as asked (owner)
    cross join lateral (
      select branch_uscc from ${view('branch')} b
      where b.parent_uscc = asked.owner and b.since <= ${today}::date and (b.until is null or b.until > ${today}::date)
      ${after === undefined ? sql`` : sql`and b.branch_uscc > ${after}::text`}
      order by b.branch_uscc limit ${perOwner(page)}
    ) branch
    order by asked.owner, branch.branch_uscc`.execute(executor);
  return rows.map(({ owner, uscc }) => ({ owner, row: { uscc } }));
};

/** How many branches each enterprise has on the day; of one district alone when it is given. */
export const countBranches = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  today: string,
  district: string | null,
): Promise<{ owner: string; count: number }[]> => {
  const { rows } = await sql<{ owner: string; count: number }>`
    select b.parent_uscc as owner, count(*)::int as count
    from ${view('branch')} b left join ${view('enterprise')} e on e.uscc = b.branch_uscc
    where b.parent_uscc = any(${[...usccs]}::text[])
      and b.since <= ${today}::date and (b.until is null or b.until > ${today}::date)
      ${district === null ? sql`` : sql`and e.district = ${district}::text`}
    group by b.parent_uscc`.execute(executor);
  return rows;
};
