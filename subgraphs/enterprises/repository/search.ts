import { sql, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { EnterpriseStatus } from '../schema.generated.ts';
import { SCHEMA, type EnterprisesDB } from './database.ts';

/** What staff look for, already narrowed to what they may know. */
export interface Search {
  /** A whole USCC. */
  uscc: string | null;
  /** Part of the name or of a former one, at least two characters. */
  words: string | null;
  /** GB/T 2260; null for the whole city. */
  district: string | null;
  status: EnterpriseStatus | null;
  /** Whether former names count. */
  formerly: boolean;
}

export interface FoundRow {
  uscc: string;
  name: string;
}

/** Characters of nearly every registered name: they narrow nothing, and the indexes leave them out. */
const EVERYWHERE = '上海市有限公司';

const likeAnywhere = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const tellingCharacters = (words: string): string[] =>
  [...new Set(words)].filter((character) => !EVERYWHERE.includes(character));

/** Whether a text has the words in it: the index of characters finds candidates, LIKE decides. */
const contains = (column: string, words: string) => {
  const characters = tellingCharacters(words);
  const decides = sql<SqlBool>`${sql.ref(column)} like ${likeAnywhere(words)}`;
  return characters.length === 0
    ? decides
    : sql<SqlBool>`(string_to_array(translate(${sql.ref(column)}, ${sql.lit(EVERYWHERE)}, ''), null) @> ${characters}::text[] and ${decides})`;
};

type Found = SelectQueryBuilder<EnterprisesDB & { e: EnterprisesDB['enterprise'] }, 'e', object>;

const narrow = (query: Found, { uscc, district, status }: Search): Found => {
  let narrowed = query.where('e.name', 'is not', null);
  if (uscc !== null) narrowed = narrowed.where('e.uscc', '=', uscc);
  if (district !== null) narrowed = narrowed.where('e.district', '=', district);
  if (status !== null) narrowed = narrowed.where('e.status', '=', status);
  return narrowed;
};

/** By their present name, and by former names alone: two queries, so that each has its index. */
const branches = (executor: Executor<EnterprisesDB>, search: Search): Found[] => {
  const all = narrow(executor.selectFrom('enterprise as e'), search);
  if (search.words === null) return [all];
  const { words } = search;
  if (!search.formerly) return [all.where(contains('e.name', words))];
  const formerly = executor
    .selectFrom('registered_change')
    .where('kind', '=', 'name-changed')
    .where(contains('before', words))
    .select('uscc');
  return [
    all.where(contains('e.name', words)),
    all.where('e.uscc', 'in', formerly).where('e.name', 'not like', likeAnywhere(words)),
  ];
};

/** Whether nothing but the order by name narrows what is read. */
const isWholeCity = ({ uscc, district, words }: Search): boolean =>
  uscc === null && district === null && (words === null || tellingCharacters(words).length === 0);

/**
 * The first of each district, and of those without one: the index by name begins with the district, and the districts
 * themselves are found by one step along it for each.
 */
const findByDistricts = async (executor: Executor<EnterprisesDB>, query: Found, limit: number): Promise<FoundRow[]> => {
  const enterprise = sql.table(`${SCHEMA}.enterprise`);
  const first = query.select(['e.uscc', sql<string>`e.name`.as('name')]).limit(limit);
  const { rows } = await sql<FoundRow>`
    with recursive held (district) as (
      (select district from ${enterprise} where district is not null order by district limit 1)
      union all
      select (select e.district from ${enterprise} e where e.district > held.district order by e.district limit 1)
      from held where held.district is not null
    )
    select page.uscc, page.name from held cross join lateral ${first
      .where('e.district', '=', sql<string>`held.district`)
      .orderBy('e.name')
      .orderBy('e.uscc')} as page
    union all
    select page.uscc, page.name from ${first
      .where('e.district', 'is', null)
      .orderBy('e.district')
      .orderBy('e.name')
      .orderBy('e.uscc')} as page`.execute(executor);
  return rows;
};

/** A page of enterprises by name; the keyset is (name, USCC). One row more than the page tells that there are more. */
export const findPage = async (
  executor: Executor<EnterprisesDB>,
  search: Search,
  { first, after }: Page,
): Promise<FoundRow[]> => {
  const found: FoundRow[] = [];
  for (const [at, branch] of branches(executor, search).entries()) {
    const [name, uscc] = after ?? [];
    const rest =
      after === null ? branch : branch.where(sql<SqlBool>`(e.name, e.uscc) > (${name}::text, ${uscc}::text)`);
    if (at === 0 && isWholeCity(search)) found.push(...(await findByDistricts(executor, rest, first + 1)));
    else
      found.push(
        ...(await rest
          .orderBy('e.name')
          .orderBy('e.uscc')
          .limit(first + 1)
          .select(['e.uscc', sql<string>`e.name`.as('name')])
          .execute()),
      );
  }
  return found
    .sort((one, other) => compareBytes(one.name, other.name) || compareBytes(one.uscc, other.uscc))
    .slice(0, first + 1);
};

/** As the database orders under collation "C": by code points, which is how UTF-8 bytes compare. */
const compareBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** How many the search finds. */
export const countFound = async (executor: Executor<EnterprisesDB>, search: Search): Promise<number> => {
  let found = 0;
  for (const branch of branches(executor, search)) {
    const counted = await branch.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
    found += counted.count;
  }
  return found;
};
