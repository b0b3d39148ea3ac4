import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DeclarationError, openDeclared, parseDeclared, type Contradiction } from '../declared-file.ts';
import { declarationSchema, type SourceDeclaration } from './declaration.ts';
import { targetsOf } from './layout.ts';
import { expectedInstead } from './nearest-name.ts';

/** Coordinates of the catalogue's items, to which those of a declaration are compared; null: they are not. */
export type KnownItems = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'> | null;

const listFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => path.join(folder, file));

/** Reads `sources/*.yaml` of a registry, sorted by file name. Throws a DeclarationError for the first that is wrong. */
export const loadDeclarations = (folder: string, items: KnownItems = null): readonly SourceDeclaration[] =>
  listFiles(folder).map((file) => parseDeclaration(readFileSync(file, 'utf8'), file, items));

/** What is wrong at a place of a source that was read before. */
export const faultOfSource = (
  folder: string,
  source: string,
  at: readonly string[],
  message: string,
): DeclarationError => {
  const files = listFiles(folder).map((file) => openDeclared(readFileSync(file, 'utf8'), file));
  const found = files.find(({ data }) => (data as { source?: unknown } | null)?.source === source);
  if (found !== undefined) return found.faultAt(at, message);
  return new DeclarationError(folder, { line: 1, col: 1 }, `${source}: ${at.join('.')}: ${message}`);
};

/** Checks one declaration; `file` is named in errors. */
export const parseDeclaration = (text: string, file: string, items: KnownItems = null): SourceDeclaration =>
  parseDeclared(text, file, declarationSchema, (declaration) => [
    ...contradictionsOf(declaration),
    ...unknownItemsOf(declaration, items),
  ]);

/** Items that the catalogue does not list: an answer's source would be told from them. */
const unknownItemsOf = ({ columns, derived }: SourceDeclaration, items: KnownItems): Contradiction[] => {
  if (items === null) return [];
  const feeding = [
    ...Object.entries(columns).map(([header, { item }]) => ({ at: ['columns', header, 'item'], item })),
    ...derived.map(({ item }, index) => ({ at: ['derived', String(index), 'item'], item })),
  ];
  return feeding.flatMap(({ at, item }) =>
    [item ?? []]
      .flat()
      .filter((coordinate) => !items.has(coordinate))
      .map((coordinate): Contradiction => [at, expectedInstead('an item of the catalogue', coordinate, items.keys())]),
  );
};

/** What the shape alone does not show: names that point nowhere. */
const contradictionsOf = (declaration: SourceDeclaration): Contradiction[] => {
  const wrong: Contradiction[] = [];
  const tables = new Map(declaration.tables.map((each) => [each.table, each]));
  const fed = new Set<string>(
    Object.keys(declaration.set).map((column) => `${declaration.tables[0]?.table ?? ''}.${column}`),
  );
  const feed = (at: string[], targets: readonly { table: string; column: string }[]): void => {
    for (const each of targets) {
      if (!tables.has(each.table)) wrong.push([at, `expected one of the declared tables, got ${each.table}`]);
      fed.add(`${each.table}.${each.column}`);
    }
  };
  for (const [header, column] of Object.entries(declaration.columns)) {
    feed(['columns', header], targetsOf(declaration, column));
    if (column.type !== 'code') continue;
    if ((column.code === undefined) === (column.values === undefined))
      wrong.push([['columns', header], 'expected either `code` or `values`']);
    if (column.code !== undefined && !(column.code in declaration.codes))
      wrong.push([['columns', header, 'code'], `expected one of codes (${Object.keys(declaration.codes).join(', ')})`]);
  }
  declaration.derived.forEach((each, index) => {
    feed(['derived', String(index)], targetsOf(declaration, each));
    const unknown = each.from.find((header) => !(header in declaration.columns));
    if (unknown !== undefined)
      wrong.push([['derived', String(index), 'from'], `expected declared columns, got ${unknown}`]);
  });
  if (declaration.operation && !declaration.whenDeleted)
    wrong.push([['operation'], 'expected `whenDeleted` beside it: what a deletion does']);
  if (declaration.prepare === undefined) {
    declaration.tables.forEach((each, index) => {
      const missing = each.key.find((column) => !fed.has(`${each.table}.${column}`));
      if (missing !== undefined)
        wrong.push([['tables', String(index), 'key'], `no column feeds ${each.table}.${missing}`]);
    });
    const lost = declaration.subjects.find((column) => !fed.has(`${declaration.tables[0]?.table ?? ''}.${column}`));
    if (lost !== undefined) wrong.push([['subjects'], `no column feeds ${lost}`]);
  }
  return wrong;
};
