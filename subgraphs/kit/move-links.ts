import { sql } from 'kysely';
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

/** Moves rows from one id to the other, in the caller's transaction. Resolves to the files of others in which they stand. */
export const moveLinks = async <DB>(
  executor: Executor<DB>,
  schema: string,
  links: readonly PersonLink[],
  { from, into }: SubjectMerge,
): Promise<Touched[]> => {
  const touched: Touched[] = [];
  for (const { table, column, key, owner } of links) {
    const name = sql.table(`${schema}.${table}`);
    if (key !== undefined) {
      const same = key.map((each) => sql`held.${sql.id(each)} = lost.${sql.id(each)}`);
      await sql`delete from ${name} as lost using ${name} as held
        where ${sql.join([sql`lost.${sql.id(column)} = ${from}`, sql`held.${sql.id(column)} = ${into}`, ...same], sql` and `)}`.execute(
        executor,
      );
    }
    const { rows } = await sql<{ owner: string | null }>`
      update ${name} set ${sql.id(column)} = ${into} where ${sql.id(column)} = ${from}
      returning ${owner === undefined ? sql`null::text` : sql.id(owner.column)} as owner`.execute(executor);
    if (owner === undefined) continue;
    const subjects = new Set(rows.flatMap((row) => (row.owner === null ? [] : [row.owner])));
    touched.push(...[...subjects].map((subject) => ({ subject, items: owner.items })));
  }
  return touched;
};
