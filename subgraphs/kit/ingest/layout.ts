import type { ColumnDeclaration, SourceDeclaration } from './declaration.ts';

export interface Target {
  table: string;
  column: string;
}

/** One table that a drop feeds; `slots` say where in a checked row the values of `columns` stand. */
export interface TableLayout {
  table: string;
  key: readonly string[];
  sequence: string;
  columns: readonly string[];
  slots: readonly number[];
  keySlots: readonly number[];
  /** Columns that this drop says nothing of; they are staged as null, and neither compared nor written. */
  absent: ReadonlySet<string>;
  /** Schema coordinates that each column feeds. */
  items: readonly (readonly string[])[];
}

/** Where each value of a row goes. A checked row is one array; a slot is an index into it. */
export interface Layout {
  size: number;
  tables: readonly [TableLayout, ...TableLayout[]];
  slotOf(target: string): number;
  /** Slots of the subjects, in the first table. */
  subjectSlots: readonly number[];
}

export const toTarget = (declaration: SourceDeclaration, name: string): Target => {
  const [table, column] = name.split('.');
  return column === undefined
    ? { table: declaration.tables[0]?.table ?? '', column: name }
    : { table: table ?? '', column };
};

type Feeding = ColumnDeclaration | { field: string | string[] };

const namesOf = (column: Feeding): readonly string[] => {
  const names = 'amount' in column ? [column.amount, column.currency, column.asStated] : [column.field];
  return names.flatMap((each) => each ?? []);
};

export const targetsOf = (declaration: SourceDeclaration, column: Feeding): readonly Target[] =>
  namesOf(column).map((each) => toTarget(declaration, each));

/** Lays the columns of all tables out in one row. Columns that only the `prepare` hook fills have a slot as well. */
export const createLayout = (declaration: SourceDeclaration): Layout => {
  const slots = new Map<string, number>();
  const items = new Map<string, string[]>();
  const add = (target: Target, item?: string | string[]): void => {
    const id = `${target.table}.${target.column}`;
    if (!slots.has(id)) slots.set(id, slots.size);
    if (item !== undefined) items.set(id, [...(items.get(id) ?? []), item].flat());
  };
  const first = declaration.tables[0];
  if (!first) throw new Error(`${declaration.source} declares no table.`);
  for (const each of declaration.tables) for (const column of each.key) add({ table: each.table, column });
  for (const column of declaration.subjects) add({ table: first.table, column });
  for (const column of Object.keys(declaration.set)) add({ table: first.table, column });
  for (const column of [...Object.values(declaration.columns), ...declaration.derived])
    for (const target of targetsOf(declaration, column)) add(target, column.item);

  const slotOf = (name: string): number => {
    const target = toTarget(declaration, name);
    const slot = slots.get(`${target.table}.${target.column}`);
    if (slot === undefined) throw new Error(`${declaration.source} has no column ${target.table}.${target.column}.`);
    return slot;
  };
  const layTable = (table: SourceDeclaration['tables'][number]): TableLayout => {
    const ids = [...slots.keys()].filter((id) => id.startsWith(`${table.table}.`));
    return {
      table: table.table,
      key: table.key,
      sequence: table.sequence,
      columns: ids.map((id) => id.slice(table.table.length + 1)),
      slots: ids.map((id) => slots.get(id) ?? -1),
      keySlots: table.key.map((column) => slotOf(`${table.table}.${column}`)),
      absent: new Set(),
      items: ids.map((id) => items.get(id) ?? []),
    };
  };
  return {
    size: slots.size,
    tables: [layTable(first), ...declaration.tables.slice(1).map(layTable)],
    slotOf,
    subjectSlots: declaration.subjects.map((column) => slotOf(column)),
  };
};

/** The layout of a drop whose header leaves optional columns out: what only they feed stays as it is held. */
export const leaveOut = (
  layout: Layout,
  declaration: SourceDeclaration,
  isGiven: (column: string) => boolean,
): Layout => {
  const idsOf = (feedings: readonly Feeding[]): Set<string> =>
    new Set(feedings.flatMap((each) => targetsOf(declaration, each)).map(({ table, column }) => `${table}.${column}`));
  const columns = Object.entries(declaration.columns);
  const given = idsOf([
    ...columns.filter(([name]) => isGiven(name)).map(([, column]) => column),
    ...declaration.derived.filter(({ from }) => from.some(isGiven)),
  ]);
  const missing = [
    ...idsOf([...columns.filter(([name]) => !isGiven(name)).map(([, column]) => column), ...declaration.derived]),
  ].filter((id) => !given.has(id));
  if (missing.length === 0) return layout;
  const narrow = (table: TableLayout): TableLayout => ({
    ...table,
    absent: new Set(table.columns.filter((column) => missing.includes(`${table.table}.${column}`))),
  });
  const [first, ...others] = layout.tables;
  return { ...layout, tables: [narrow(first), ...others.map(narrow)] };
};
