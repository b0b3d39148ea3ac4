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
  const known = await executor
    .selectFrom('enterprise')
    .where('uscc', '=', anyOf(usccs))
    .orderBy('uscc')
    .select(['uscc', 'district', 'status'])
    .execute();
  const representatives = groupByUscc(await findRepresentativeLinks(executor, usccs));
  const handlers = groupByUscc(await findHandlerLinks(executor, usccs));
  const holders = groupByUscc(await findHolderLinks(executor, usccs));
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
