import { sql } from 'kysely';
import type { DatedLink, EnterpriseEntry, HandlerLink } from '../../kit/directory/directory.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

type Linked<T extends DatedLink> = T & { uscc: string };

const USCC = /^[0-9A-Z]{18}$/;

/** What the directories are to know of these enterprises; citizens and unknown ones are left out. */
export const describeEnterprises = async (
  executor: Executor<EnterprisesDB>,
  subjects: readonly string[],
): Promise<EnterpriseEntry[]> => {
  const usccs = subjects.filter((subject) => USCC.test(subject));
  if (usccs.length === 0) return [];
  const known = await findKnown(executor, usccs);
  if (known.length === 0) return [];
  const linked = await findLinked(executor, usccs);
  const of = async <T extends DatedLink>(
    find: (executor: Executor<EnterprisesDB>, usccs: readonly string[]) => Promise<Linked<T>[]>,
  ) => groupByUscc(linked.length === 0 ? [] : await find(executor, linked));
  const representatives = await of(findRepresentativeLinks);
  const handlers = await of(findHandlerLinks);
  const holders = await of(findHolderLinks);
  return known.map(({ uscc, district, status }) => ({
    kind: 'enterprise',
    subject: uscc,
    district,
    alive: status !== 'DEREGISTERED',
    representatives: representatives.get(uscc) ?? [],
    handlers: handlers.get(uscc) ?? [],
    holders: holders.get(uscc) ?? [],
  }));
};

interface Known {
  uscc: string;
  district: string | null;
  status: string | null;
}

/** One by one along the key: a planner without statistics would rather read the whole table for each chunk of a load. */
const findKnown = async (executor: Executor<EnterprisesDB>, usccs: readonly string[]): Promise<Known[]> => {
  const { rows } = await sql<Known>`
    select known.* from unnest(${[...usccs]}::text[]) as asked (uscc) cross join lateral (
      select e.uscc, e.district, e.status from ${sql.table(`${SCHEMA}.enterprise`)} e where e.uscc = asked.uscc limit 1
    ) as known order by known.uscc`.execute(executor);
  return rows;
};

/** In which of these anybody holds anything, at any time: in few of a load of registrations, and one question
 * for all of them spares three. */
const findLinked = async (executor: Executor<EnterprisesDB>, usccs: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ uscc: string }>`
    select distinct uscc from ${sql.table(`${SCHEMA}.holding`)} where uscc = ${anyOf(usccs)}`.execute(executor);
  return rows.map(({ uscc }) => uscc);
};

const groupByUscc = <T extends DatedLink>(
  links: readonly Linked<T>[],
): ReadonlyMap<string, Omit<Linked<T>, 'uscc'>[]> => {
  const grouped = new Map<string, Omit<Linked<T>, 'uscc'>[]>();
  for (const { uscc, ...link } of links) {
    const of = grouped.get(uscc);
    if (of === undefined) grouped.set(uscc, [link]);
    else of.push(link);
  }
  return grouped;
};

const findRepresentativeLinks = (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
): Promise<Linked<DatedLink>[]> =>
  executor
    .selectFrom('representative')
    .where('uscc', '=', anyOf(usccs))
    .where('citizen_id', 'like', 'c1\\_%')
    .orderBy('since')
    .orderBy('citizen_id')
    .select(['uscc', 'citizen_id as id', 'since', 'until'])
    .execute();

const findHandlerLinks = (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
): Promise<Linked<HandlerLink>[]> =>
  executor
    .selectFrom('mandate')
    .where('uscc', '=', anyOf(usccs))
    .where('handler', 'like', 'c1\\_%')
    .orderBy('since')
    .orderBy('id')
    .select(['uscc', 'handler as id', 'since', 'until', 'id as mandate', 'services'])
    .execute();

/** Shareholders, directors and supervisors who are citizens; several rows of one person on one day are one link. */
const findHolderLinks = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
): Promise<Linked<DatedLink>[]> => {
  const { rows } = await sql<Linked<DatedLink>>`
    select distinct uscc, citizen_id as id, since, until from ${sql.table(`${SCHEMA}.holding`)}
    where uscc = ${anyOf(usccs)} and citizen_id like 'c1\\_%' and role in ('SHAREHOLDER', 'DIRECTOR', 'SUPERVISOR')
    order by since, id, until`.execute(executor);
  return rows;
};
