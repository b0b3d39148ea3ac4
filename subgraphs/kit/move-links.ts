import { sql, type RawBuilder } from 'kysely';
import type { SubjectMerge, Touched } from './definition.ts';
import type { Executor } from './store/store.ts';

/** A column that names persons. */
export interface PersonLink {
  table: string;
  column: string;
  /** The rest of the primary key that the column is part of: a row that the survivor has already falls. */
  key?: readonly string[];
  /** The column that names whose file the row stands in, and the coordinates that tell of it. */
  owner?: { column: string; items: readonly string[] };
}

/** Merges as a relation `moved (given, survivor)`. */
export const movedIds = (merges: readonly SubjectMerge[]): RawBuilder<unknown> =>
  sql`unnest(${merges.map(({ from }) => from)}::text[], ${merges.map(({ into }) => into)}::text[]) as moved (given, survivor)`;

/** Moves rows from one id to the other, in the caller's transaction. Resolves to the files of others in which they stand. */
export const moveLinks = <DB>(
  executor: Executor<DB>,
  schema: string,
  links: readonly PersonLink[],
  merge: SubjectMerge,
): Promise<Touched[]> => moveManyLinks(executor, schema, links, [merge]);

/** As moveLinks, for merges of which no two name the same id. */
export const moveManyLinks = async <DB>(
  executor: Executor<DB>,
  schema: string,
  links: readonly PersonLink[],
  merges: readonly SubjectMerge[],
): Promise<Touched[]> => {
  const moved = movedIds(merges);
  const touched: Touched[] = [];
  for (const { table, column, key, owner } of links) {
    const name = sql.table(`${schema}.${table}`);
    if (key !== undefined) {
      const same = key.map((each) => sql`held.${sql.id(each)} = lost.${sql.id(each)}`);
      const onIds = [sql`lost.${sql.id(column)} = moved.given`, sql`held.${sql.id(column)} = moved.survivor`];
      await sql`delete from ${name} as lost using ${moved}, ${name} as held
        where ${sql.join([...onIds, ...same], sql` and `)}`.execute(executor);
    }
    const { rows } = await sql<{ owner: string | null }>`
      update ${name} as lost set ${sql.id(column)} = moved.survivor from ${moved}
      where lost.${sql.id(column)} = moved.given
      returning ${owner === undefined ? sql`null::text` : sql`lost.${sql.id(owner.column)}`} as owner`.execute(
      executor,
    );
    if (owner === undefined) continue;
    const subjects = new Set(rows.flatMap((row) => (row.owner === null ? [] : [row.owner])));
    touched.push(...[...subjects].map((subject) => ({ subject, items: owner.items })));
  }
  return touched;
};
