import type { Change } from '../feed/change.ts';
import type { Executor, Store } from '../store/store.ts';
import type { CheckedRow } from './check/check-row.ts';
import { keyOf, setAside, type Chunk } from './chunk.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { PrepareHook, PreparedRow } from './hooks.ts';
import type { Layout, TableLayout } from './layout.ts';
import { closeStaged, confirmStaged, findHeld, insertStaged, preferKeyLookups, stageRows, updateStaged, type Held, type Writing } from './merge.ts';
import type { Reason, ReasonCode } from './reasons.ts';
import { count } from './tally.ts';

export interface ApplyParts<DB> {
  store: Store<DB>;
  declaration: SourceDeclaration;
  layout: Layout;
  prepare: PrepareHook<DB> | null;
  sequence: string;
  date: string;
}

/** What became of a chunk: its changes, and the keys that are in good order now. */
export interface Applied {
  changes: Change[];
  keys: string[];
}

/** Merges the checked rows of a chunk into their tables, in the caller's transaction; counts and sets aside in `chunk`. */
export const applyChunk = async <DB>(executor: Executor<DB>, chunk: Chunk, parts: ApplyParts<DB>): Promise<Applied> => {
  const { layout } = parts;
  await prepareRows(executor, chunk, parts);
  const rows = dropRepeated(chunk, layout);
  if (rows.length === 0) return { changes: [], keys: [] };
  await preferKeyLookups(executor);
  const staged = new Map<TableLayout, Map<number, Held>>();
  for (const table of layout.tables) staged.set(table, await stageAndCompare(executor, rows, table, parts));

  const fates = rows.map((row, ordinal) => judge(row, ordinal, layout, staged));
  const reject: Partial<Record<Fate['kind'], ReasonCode>> = { older: 'OLDER_THAN_HELD', contradicts: 'DUPLICATE_KEY' };
  fates.forEach(({ kind }, ordinal) => {
    const code = reject[kind];
    const row = rows[ordinal];
    if (code && row) setAside(chunk, toSetAside(row, layout, [{ code, column: null }]));
  });
  const of = (kind: Fate['kind']): number[] => fates.flatMap((fate, ordinal) => (fate.kind === kind ? [ordinal] : []));
  const affected = [...of('new'), ...of('changed'), ...of('delete')];
  const subjects = affected.map((ordinal) => affectedBy(rows[ordinal], fates[ordinal], layout));

  const [first] = layout.tables;
  const deleted = await closeStaged(executor, writingOf(parts, first), of('delete'), closingOf(parts));
  for (const table of layout.tables) await writeTable(executor, writingOf(parts, table), staged.get(table) ?? new Map<number, Held>(), fates, rows);

  const { tally } = chunk;
  tally.accepted += of('new').length;
  tally.changed += of('changed').length + deleted.length;
  tally.unchanged += of('same').length + of('unknown').length + (of('delete').length - deleted.length);
  if (of('unknown').length > 0) count(tally.warnings, 'DELETE_OF_UNKNOWN', of('unknown').length);
  const gone = new Set(deleted);
  const changes = affected.flatMap((ordinal, at): Change[] => {
    const [subject, ...others] = subjects[at] ?? [];
    const fate = fates[ordinal];
    if (subject === undefined || !fate || (fate.kind === 'delete' && !gone.has(ordinal))) return [];
    return [{ kind: parts.declaration.change, lane: 'bulk', affects: [subject, ...others], items: itemsOf(rows[ordinal], fate, layout), operationId: null, traceId: null }];
  });
  return { changes, keys: rows.flatMap((row, ordinal) => (reject[fates[ordinal]?.kind ?? 'same'] ? [] : (keyOf(row, layout) ?? []))) };
};

interface Fate {
  kind: 'new' | 'changed' | 'same' | 'older' | 'contradicts' | 'delete' | 'unknown';
  held: Held | undefined;
  /** Differences by table, as `findHeld` gives them; undefined where the table holds nothing. */
  differences: ReadonlyMap<TableLayout, string | undefined>;
}

const judge = (row: CheckedRow, ordinal: number, layout: Layout, staged: ReadonlyMap<TableLayout, ReadonlyMap<number, Held>>): Fate => {
  const tables = layout.tables.filter((table) => isStaged(row, table));
  const differences = new Map(tables.map((table) => [table, staged.get(table)?.get(ordinal)?.differences]));
  const held = staged.get(layout.tables[0])?.get(ordinal);
  const fate = (kind: Fate['kind']): Fate => ({ kind, held, differences });
  if (!held) return fate(row.isDeletion ? 'unknown' : 'new');
  if (row.isDeletion) return fate(held.by === 'newer' ? 'older' : 'delete');
  const differing = tables.filter((table) => differences.get(table)?.includes('1') ?? true).map((table) => staged.get(table)?.get(ordinal));
  if (differing.length === 0) return fate('same');
  if (differing.some((each) => each?.by === 'newer')) return fate('older');
  return fate(differing.some((each) => each?.by === 'this') ? 'contradicts' : 'changed');
};

/** A further table gets a row only when its key is complete. */
const isStaged = (row: CheckedRow, table: TableLayout): boolean => table.keySlots.every((slot) => (row.values[slot] ?? null) !== null);

const stageAndCompare = async <DB>(
  executor: Executor<DB>,
  rows: readonly CheckedRow[],
  table: TableLayout,
  { store, declaration, sequence }: ApplyParts<DB>,
): Promise<Map<number, Held>> => {
  const values = rows.flatMap((row, ordinal) => (isStaged(row, table) ? [{ ordinal, values: row.values }] : []));
  await stageRows(store, executor, table, values);
  const subjects = table.table === declaration.tables[0]?.table ? declaration.subjects : [];
  return new Map((await findHeld(executor, store.schema, table, { sequence, subjects })).map((held) => [held.ordinal, held]));
};

const writeTable = async <DB>(
  executor: Executor<DB>,
  writing: Writing,
  held: ReadonlyMap<number, Held>,
  fates: readonly Fate[],
  rows: readonly CheckedRow[],
): Promise<void> => {
  const inserts: number[] = [];
  const updates: number[] = [];
  const confirms: number[] = [];
  fates.forEach(({ kind }, ordinal) => {
    const row = rows[ordinal];
    if (!row || !isStaged(row, writing.table) || !['new', 'changed', 'same'].includes(kind)) return;
    const before = held.get(ordinal);
    if (!before) inserts.push(ordinal);
    else if (before.differences.includes('1')) updates.push(ordinal);
    else if (before.by === 'older') confirms.push(ordinal);
  });
  await insertStaged(executor, writing, inserts);
  await updateStaged(executor, writing, updates);
  await confirmStaged(executor, writing, confirms);
};

const writingOf = <DB>({ store, sequence }: ApplyParts<DB>, table: TableLayout): Writing => ({ schema: store.schema, table, sequence });

/** What a deletion sets, with `$date` filled in. */
export const closingOf = ({ declaration, date }: { declaration: SourceDeclaration; date: string }): 'delete' | Readonly<Record<string, unknown>> => {
  const closing = declaration.whenDeleted;
  if (closing === undefined || closing === 'delete') return 'delete';
  return Object.fromEntries(Object.entries(closing.set).map(([column, value]) => [column, value === '$date' ? date : value]));
};

/** Subjects after and before the change, the partition's first. */
const affectedBy = (row: CheckedRow | undefined, fate: Fate | undefined, layout: Layout): string[] => [
  ...new Set([...layout.subjectSlots.map((slot) => row?.values[slot] ?? null), ...(fate?.held?.subjects ?? [])].filter((each) => each !== null)),
];

const itemsOf = (row: CheckedRow | undefined, fate: Fate, layout: Layout): string[] => {
  const items = layout.tables.flatMap((table) => {
    const differences = fate.differences.get(table);
    return table.columns.flatMap((_, at) => {
      const isTold = differences === undefined || fate.kind === 'delete' ? (row?.values[table.slots[at] ?? -1] ?? null) !== null : differences.charAt(at) === '1';
      return isTold ? (table.items[at] ?? []) : [];
    });
  });
  return [...new Set(items)];
};

const toSetAside = (row: CheckedRow, layout: Layout, reasons: readonly Reason[]) => ({ line: row.line, raw: row.raw, reasons, key: keyOf(row, layout) });

/** Leaves the first of rows with one key; the same again is unchanged, something else is set aside. */
const dropRepeated = (chunk: Chunk, layout: Layout): CheckedRow[] => {
  const first = new Map<string, CheckedRow>();
  for (const row of chunk.rows) {
    const key = keyOf(row, layout);
    const earlier = key === null ? undefined : first.get(key);
    if (key === null) setAside(chunk, toSetAside(row, layout, [{ code: 'REQUIRED', column: null }]));
    else if (!earlier) first.set(key, row);
    else if (earlier.isDeletion === row.isDeletion && earlier.values.every((value, slot) => value === row.values[slot])) chunk.tally.unchanged += 1;
    else setAside(chunk, toSetAside(row, layout, [{ code: 'DUPLICATE_KEY', column: null }]));
  }
  return [...first.values()];
};

const prepareRows = async <DB>(executor: Executor<DB>, chunk: Chunk, { prepare, layout, declaration, date }: ApplyParts<DB>): Promise<void> => {
  if (prepare === null || chunk.rows.length === 0) return;
  const prepared = chunk.rows.map(
    (row): PreparedRow => ({
      line: row.line,
      get: (field) => row.values[layout.slotOf(field)] ?? null,
      set: (field, value) => (row.values[layout.slotOf(field)] = value),
      reject: (code, column) => row.reasons.push({ code, column }),
    }),
  );
  await prepare(prepared, { executor, source: declaration.source, date });
  for (const row of chunk.rows) if (row.reasons.length > 0) setAside(chunk, toSetAside(row, layout, row.reasons));
  chunk.rows = chunk.rows.filter((row) => row.reasons.length === 0);
};
