import { sql, type RawBuilder } from 'kysely';
import type { Executor, Store } from '../store/store.ts';
import { toCopyText, type StagedRow } from './copy-text.ts';
import type { TableLayout } from './layout.ts';

/** What the registry holds of a staged row. */
export interface Held {
  ordinal: number;
  /** By column of the table, `1` where the staged value is another one. */
  differences: string;
  /** Whether a newer drop, this very drop, or an older one (or none) wrote what is held. */
  by: 'newer' | 'this' | 'older';
  /** Subjects before the change. */
  subjects: readonly (string | null)[];
}

/** The temporary table that a chunk's rows of a table stand in. */
export const stageOf = (table: TableLayout): string => `ingest_stage_${table.table}`;
const names = (columns: readonly string[], of?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => (of === undefined ? sql.id(column) : sql.id(of, column))));
const given = (table: TableLayout): readonly string[] => table.columns.filter((column) => !table.absent.has(column));
const onKey = (table: TableLayout): RawBuilder<unknown> =>
  sql.join(
    table.key.map((column) => sql`t.${sql.id(column)} = s.${sql.id(column)}`),
    sql` and `,
  );
const ordinalsIn = (ordinals: readonly number[]): RawBuilder<unknown> => sql`s.ordinal = any(${[...ordinals]}::int[])`;

/** Copies rows to a temporary table that looks like the target; it falls with the transaction. */
export const stageRows = async <DB>(
  store: Store<DB>,
  executor: Executor<DB>,
  table: TableLayout,
  rows: readonly StagedRow[],
): Promise<void> => {
  const stage = stageOf(table);
  await sql`create temporary table ${sql.id(stage)} on commit drop as
    select 0::int as ordinal, ${names(table.columns)} from ${sql.id(store.schema, table.table)} with no data`.execute(
    executor,
  );
  const text = toCopyText(rows, table.slots);
  await store.copyFrom(executor, { table: stage, columns: ['ordinal', ...table.columns], temporary: true }, text);
};

/** Copies rows straight into their table. A row that is held already is refused by the table's key, and with it all. */
export const copyNew = async <DB>(
  store: Store<DB>,
  executor: Executor<DB>,
  { table, sequence }: Pick<Writing, 'table' | 'sequence'>,
  rows: readonly StagedRow[],
): Promise<void> => {
  const slots = table.slots.filter((_, at) => !table.absent.has(table.columns[at] ?? ''));
  const columns = [table.sequence, ...given(table)];
  await store.copyFrom(executor, { table: table.table, columns }, toCopyText(rows, slots, sequence));
};

/** Whether each table refuses a second row of one key by an index of its own. */
export const haveUniqueKeys = async <DB>(
  executor: Executor<DB>,
  schema: string,
  tables: readonly TableLayout[],
): Promise<boolean> => {
  for (const { table, key } of tables) {
    const { rows } = await sql`select from pg_index i where i.indrelid = ${`"${schema}"."${table}"`}::regclass
      and i.indisunique and i.indpred is null and i.indexprs is null and i.indnkeyatts <= ${key.length} and not exists (
        select from unnest(i.indkey[0:i.indnkeyatts - 1]) as part (number)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number
        where a.attname <> all(${[...key]}::text[]))`.execute(executor);
    if (rows.length === 0) return false;
  }
  return true;
};

/** A small stage against a large table: the key's index serves better than what the planner, without statistics, believes. */
export const preferKeyLookups = async <DB>(executor: Executor<DB>): Promise<void> => {
  await sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(
    executor,
  );
};

/** Compares staged rows with what is held, by content: bookkeeping columns do not count. */
export const findHeld = async <DB>(
  executor: Executor<DB>,
  schema: string,
  table: TableLayout,
  { sequence, subjects }: { sequence: string; subjects: readonly string[] },
): Promise<Held[]> => {
  const differs = table.columns.map((column) =>
    table.absent.has(column)
      ? sql`'0'`
      : sql`case when t.${sql.id(column)} is distinct from s.${sql.id(column)} then '1' else '0' end`,
  );
  const before =
    subjects.length === 0
      ? sql`'{}'::text[]`
      : sql`array[${sql.join(subjects.map((column) => sql`t.${sql.id(column)}::text`))}]`;
  const { rows } = await sql<Held>`
    select s.ordinal, concat(${sql.join(differs)}) as differences, ${before} as subjects,
      case when t.${sql.id(table.sequence)} > ${sequence}::bigint then 'newer' when t.${sql.id(table.sequence)} = ${sequence}::bigint then 'this' else 'older' end as by
    from ${sql.id(stageOf(table))} s join ${sql.id(schema, table.table)} t on ${onKey(table)}`.execute(executor);
  return rows;
};

export interface Writing {
  schema: string;
  table: TableLayout;
  sequence: string;
}

export const insertStaged = async <DB>(
  executor: Executor<DB>,
  { schema, table, sequence }: Writing,
  ordinals: readonly number[],
): Promise<void> => {
  if (ordinals.length === 0) return;
  await sql`insert into ${sql.id(schema, table.table)} (${names(given(table))}, ${sql.id(table.sequence)})
    select ${names(given(table), 's')}, ${sequence}::bigint from ${sql.id(stageOf(table))} s where ${ordinalsIn(ordinals)}`.execute(
    executor,
  );
};

export const updateStaged = async <DB>(
  executor: Executor<DB>,
  { schema, table, sequence }: Writing,
  ordinals: readonly number[],
): Promise<void> => {
  if (ordinals.length === 0) return;
  const sets = given(table)
    .filter((column) => !table.key.includes(column))
    .map((column) => sql`${sql.id(column)} = s.${sql.id(column)}`);
  await sql`update ${sql.id(schema, table.table)} t set ${sql.join([...sets, sql`${sql.id(table.sequence)} = ${sequence}::bigint`])}
    from ${sql.id(stageOf(table))} s where ${onKey(table)} and ${ordinalsIn(ordinals)}`.execute(executor);
};

/** Notes that a newer drop has confirmed what is held, so that one in between cannot revert it. */
export const confirmStaged = async <DB>(
  executor: Executor<DB>,
  { schema, table, sequence }: Writing,
  ordinals: readonly number[],
): Promise<void> => {
  if (ordinals.length === 0) return;
  await sql`update ${sql.id(schema, table.table)} t set ${sql.id(table.sequence)} = ${sequence}::bigint
    from ${sql.id(stageOf(table))} s where ${onKey(table)} and ${ordinalsIn(ordinals)}`.execute(executor);
};

/** Deletes staged records, or sets the values that mark them as closed. Resolves to the ordinals that this changed. */
export const closeStaged = async <DB>(
  executor: Executor<DB>,
  { schema, table, sequence }: Writing,
  ordinals: readonly number[],
  closing: 'delete' | Readonly<Record<string, unknown>>,
): Promise<readonly number[]> => {
  if (ordinals.length === 0) return [];
  const from = sql`${sql.id(stageOf(table))} s where ${onKey(table)} and ${ordinalsIn(ordinals)}`;
  const { rows } =
    closing === 'delete'
      ? await sql<{
          ordinal: number;
        }>`delete from ${sql.id(schema, table.table)} t using ${from} returning s.ordinal`.execute(executor)
      : await sql<{
          ordinal: number;
        }>`update ${sql.id(schema, table.table)} t set ${setsOf(closing)}, ${sql.id(table.sequence)} = ${sequence}::bigint
          from ${from} and not (${isClosed(closing)}) returning s.ordinal`.execute(executor);
  return rows.map(({ ordinal }) => ordinal);
};

export const setsOf = (values: Readonly<Record<string, unknown>>): RawBuilder<unknown> =>
  sql.join(Object.entries(values).map(([column, value]) => sql`${sql.id(column)} = ${value}`));

/** Whether a record is marked as closed already: every column but the dates holds what closing sets. */
export const isClosed = (values: Readonly<Record<string, unknown>>): RawBuilder<boolean> => {
  const marks = Object.entries(values).map(([column, value]) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? sql`t.${sql.id(column)} is not null`
      : sql`t.${sql.id(column)} is not distinct from ${value}`,
  );
  return sql<boolean>`${sql.join(marks, sql` and `)}`;
};
