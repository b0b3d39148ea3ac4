import { sql } from 'kysely';
import type { SubjectMerge, Touched } from '../../kit/definition.ts';
import { moveLinks, type PersonLink } from '../../kit/move-links.ts';
import type { Executor } from '../../kit/store/store.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

const inFileOf = (...items: string[]) => ({ column: 'uscc', items });

/** Where persons stand in the files of enterprises. */
const LINKS = [
  {
    table: 'representative',
    column: 'citizen_id',
    key: ['uscc', 'since'],
    owner: inFileOf('Enterprise.legalRepresentative'),
  },
  { table: 'officer', column: 'citizen_id', key: ['uscc', 'role', 'since'], owner: inFileOf() },
  {
    table: 'share',
    column: 'owner',
    key: ['uscc', 'since'],
    owner: inFileOf('Enterprise.shareholders', 'Enterprise.beneficialOwners'),
  },
  { table: 'mandate', column: 'handler', owner: inFileOf('Enterprise.handlers') },
] as const satisfies readonly PersonLink[];

/**
 * Takes a citizen out of the files of enterprises. That somebody led, held or acted stays public (企业信息公示暂行条例 6),
 * who it was does not (PIPL 47): each row gets a name of its own that leads to nobody. Mandates end.
 */
export const eraseCitizen = async (
  executor: Executor<EnterprisesDB>,
  citizen: string,
  today: string,
): Promise<Touched[]> => {
  await executor
    .updateTable('mandate')
    .set({ until: sql<string>`greatest(since, least(until, ${today}::date))` })
    .where('handler', '=', citizen)
    .execute();
  const touched: Touched[] = [];
  for (const { table, column, owner } of LINKS) {
    const { rows } = await sql<{ uscc: string }>`
      update ${sql.table(`${SCHEMA}.${table}`)} set ${sql.ref(column)} = 'erased:' || gen_random_uuid()
      where ${sql.ref(column)} = ${citizen} returning uscc`.execute(executor);
    touched.push(...[...new Set(rows.map(({ uscc }) => uscc))].map((subject) => ({ subject, items: owner.items })));
  }
  return touched;
};

/** Two files turned out to be one person's: whoever the given up id stood for is the survivor. */
export const mergeCitizens = (executor: Executor<EnterprisesDB>, merge: SubjectMerge): Promise<Touched[]> =>
  moveLinks(executor, SCHEMA, LINKS, merge);
