import { SUBGRAPHS } from '../../../schema/sdl.ts';

/** Rows by `schema.table`. */
export type RowCounts = Readonly<Record<string, number>>;

/** Asks a database, in a transaction or outside one. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

const FIND_TABLES = `
  select schemaname || '.' || tablename as name, format('%I.%I', schemaname, tablename) as quoted from pg_tables
  where schemaname = any($1::text[]) order by schemaname, tablename`;

/** Counts every table of the registries. */
export const countRows = async (query: Query): Promise<RowCounts> => {
  const counts: Record<string, number> = {};
  for (const { name, quoted } of await query(FIND_TABLES, [[...SUBGRAPHS]])) {
    const [row] = await query(`select count(*)::int as count from ${String(quoted)}`);
    counts[String(name)] = Number(row?.['count']);
  }
  return counts;
};

/** Tables whose rows differ, in words; empty when two counts agree. */
export const compareCounts = (expected: RowCounts, found: RowCounts): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((table) => expected[table] !== found[table])
    .map((table) => `${table}: ${found[table] ?? 'no table'} instead of ${expected[table] ?? 'no table'}`);
