import { sql } from 'kysely';
import type { Change } from '../feed/change.ts';
import type { Executor, Store } from '../store/store.ts';
import { closingOf } from './apply-chunk.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { TableLayout } from './layout.ts';
import { isClosed, setsOf } from './merge.ts';

export interface ClosingParts<DB> {
  store: Store<DB>;
  declaration: SourceDeclaration;
  table: TableLayout;
  sequence: string;
  date: string;
}

/** Rows of this source: where several share a table, each marks its own by the values that it sets. */
const ofSource = ({ set }: SourceDeclaration) =>
  sql.join(
    [
      sql`true`,
      ...Object.entries(set).flatMap(([column, value]) =>
        value === null ? [] : [sql`t.${sql.id(column)} = ${value}`],
      ),
    ],
    sql` and `,
  );

const missingFrom = <DB>({ store, declaration, table, sequence, date }: ClosingParts<DB>) => {
  const closing = closingOf({ declaration, date });
  const open = closing === 'delete' ? sql`true` : sql`not coalesce(${isClosed(closing)}, false)`;
  return sql`${sql.id(store.schema, table.table)} t
    where t.${sql.id(table.sequence)} < ${sequence}::bigint and ${ofSource(declaration)} and ${open}`;
};

/** How many held records a full drop has left out, and what share of all that this source has brought they are. */
export const countMissing = async <DB>(
  executor: Executor<DB>,
  parts: ClosingParts<DB>,
): Promise<{ missing: number; share: number }> => {
  const { store, declaration, table } = parts;
  const { rows } = await sql<{ missing: number; held: number }>`
    select (select count(*)::int from ${missingFrom(parts)}) as missing,
      (select count(*)::int from ${sql.id(store.schema, table.table)} t
        where t.${sql.id(table.sequence)} is not null and ${ofSource(declaration)}) as held`.execute(executor);
  const { missing, held } = rows[0] ?? { missing: 0, held: 0 };
  return { missing, share: held === 0 ? 0 : missing / held };
};

/** Closes up to `limit` of the records that are missing, as the declaration says. Resolves to the changes that this is. */
export const closeMissing = async <DB>(
  executor: Executor<DB>,
  parts: ClosingParts<DB>,
  limit: number,
): Promise<Change[]> => {
  const { store, declaration, table, sequence } = parts;
  const closing = closingOf(parts);
  const name = sql.id(store.schema, table.table);
  const columns = sql.join(declaration.subjects.map((column) => sql`t.${sql.id(column)}::text`));
  const { rows } = await sql<{ tid: string; subjects: (string | null)[] }>`
    select t.ctid::text as tid, array[${columns}] as subjects from ${missingFrom(parts)} limit ${limit} for update`.execute(
    executor,
  );
  if (rows.length === 0) return [];
  const tids = rows.map(({ tid }) => tid);
  if (closing === 'delete') await sql`delete from ${name} where ctid = any(${tids}::tid[])`.execute(executor);
  else
    await sql`update ${name} set ${setsOf(closing)}, ${sql.id(table.sequence)} = ${sequence}::bigint where ctid = any(${tids}::tid[])`.execute(
      executor,
    );
  const items = [...new Set(table.items.flat())];
  return rows.flatMap(({ subjects }): Change[] => {
    const [subject, ...others] = [...new Set(subjects.filter((each) => each !== null))];
    return subject === undefined
      ? []
      : [
          {
            kind: declaration.change,
            lane: 'bulk',
            affects: [subject, ...others],
            items,
            operationId: null,
            traceId: null,
          },
        ];
  });
};
