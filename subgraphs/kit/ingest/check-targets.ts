import { sql } from 'kysely';
import type { Store } from '../store/store.ts';
import type { SourceDeclaration } from './declaration.ts';
import { targetsOf, toTarget, type Target } from './layout.ts';
import { faultOfSource } from './load-declaration.ts';
import { expectedInstead } from './nearest-name.ts';

type Named = readonly [at: readonly string[], target: Target];

/** Every column of a table that a declaration names, with the place in the file where it does. */
const namedTargets = (declaration: SourceDeclaration): Named[] => {
  const first = (column: string): Target => toTarget(declaration, column);
  const { whenDeleted, columns, derived, tables, subjects, set } = declaration;
  return [
    ...tables.flatMap(({ table, key, sequence }, index): Named[] => [
      ...key.map((column): Named => [['tables', String(index), 'key'], { table, column }]),
      [['tables', String(index), 'sequence'], { table, column: sequence }],
    ]),
    ...subjects.map((column): Named => [['subjects'], first(column)]),
    ...Object.keys(set).map((column): Named => [['set', column], first(column)]),
    ...(typeof whenDeleted === 'object' ? Object.keys(whenDeleted.set) : []).map((column): Named => [
      ['whenDeleted', 'set', column],
      first(column),
    ]),
    ...Object.entries(columns).flatMap(([header, column]) =>
      targetsOf(declaration, column).map((target): Named => [['columns', header], target]),
    ),
    ...derived.flatMap((each, index) =>
      targetsOf(declaration, each).map((target): Named => [['derived', String(index), 'field'], target]),
    ),
  ];
};

/**
 * Compares what the sources of a registry name with the tables that it has, once these are migrated. Throws a
 * DeclarationError for the first table or column that does not exist.
 */
export const checkTargets = async <DB>(
  store: Store<DB>,
  folder: string,
  declarations: readonly SourceDeclaration[],
): Promise<void> => {
  const { rows } = await store.read({ holder: `${store.schema}.sources` }, (executor) =>
    sql<Target>`select table_name as table, column_name as column from information_schema.columns
      where table_schema = ${store.schema}`.execute(executor),
  );
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  for (const declaration of declarations)
    for (const [at, { table, column }] of namedTargets(declaration)) {
      const columns = tables.get(table);
      if (columns?.includes(column) === true) continue;
      const expected =
        columns === undefined
          ? expectedInstead(`a table of ${store.schema}`, table, tables.keys())
          : expectedInstead(`a column of ${store.schema}.${table}`, column, columns);
      throw faultOfSource(folder, declaration.source, at, expected);
    }
};
