import type { Change } from '../feed/change.ts';
import { attempt } from '../store/attempt.ts';
import type { Executor, Store } from '../store/store.ts';
import { affectedBy, type ItemsOf } from './affected.ts';
import type { CheckedRow } from './check/check-row.ts';
import type { StagedRow } from './copy-text.ts';
import { keyOf, setAside, type Chunk } from './chunk.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { FindLiving } from './host.ts';
import type { BeforeWriteHook, PrepareHook, PreparedRow } from './hooks.ts';
import { isStaged, judge, type Fate, type HeldRows } from './judge.ts';
import type { Layout, TableLayout } from './layout.ts';
import {
  closeStaged,
  confirmStaged,
  copyNew,
  findHeld,
  haveUniqueKeys,
  insertStaged,
  preferKeyLookups,
  stageOf,
  stageRows,
  updateStaged,
  type Held,
  type Writing,
} from './merge.ts';
import type { Reason } from './reasons.ts';
import { settlePeople } from './settle-people.ts';
import { count } from './tally.ts';

export interface ApplyParts<DB> {
  store: Store<DB>;
  declaration: SourceDeclaration;
  layout: Layout;
  findLiving: FindLiving<DB>;
  itemsOf: ItemsOf;
  prepare: PrepareHook<DB> | null;
  beforeWrite: BeforeWriteHook<DB> | null;
  sequence: string;
  date: string;
  /** Whether the chunk before brought nothing but what is new to the registry, so that the next one may as well. */
  course: { allNew: boolean };
}

/** What became of a chunk: its changes, and the keys that are in good order now. */
export interface Applied {
  changes: Change[];
  keys: string[];
}

/** Merges the checked rows of a chunk into their tables, in the caller's transaction; counts and sets aside in `chunk`. */
export const applyChunk = async <DB>(executor: Executor<DB>, chunk: Chunk, parts: ApplyParts<DB>): Promise<Applied> => {
  const { layout } = parts;
  await settlePeople(executor, chunk, parts);
  await prepareRows(executor, chunk, parts);
  const rows = dropRepeated(chunk, layout);
  if (rows.length === 0) return { changes: [], keys: [] };
  const areWritten = await writeAsNew(executor, rows, parts);
  const held = areWritten ? [] : await stageAndCompareAll(executor, rows, parts);
  const fates = rows.map((row, ordinal) => judge(row, ordinal, layout, held));
  const by: Record<Fate, number[]> = {
    new: [],
    changed: [],
    same: [],
    older: [],
    contradicts: [],
    delete: [],
    unknown: [],
  };
  fates.forEach((fate, ordinal) => by[fate].push(ordinal));

  const [first] = layout.tables;
  const differing = by.changed.filter((ordinal) => held[0]?.[ordinal]?.differences.includes('1'));
  if (parts.beforeWrite && differing.length > 0) {
    await parts.beforeWrite({ executor, stage: stageOf(first), ordinals: differing, date: parts.date });
  }
  const deleted = new Set(await closeStaged(executor, writingOf(parts, first), by.delete, closingOf(parts)));
  if (!areWritten)
    for (const [at, table] of layout.tables.entries())
      await writeTable(executor, writingOf(parts, table), held[at] ?? [], fates, rows);

  const { tally } = chunk;
  tally.accepted += by.new.length;
  tally.changed += by.changed.length + deleted.size;
  tally.unchanged += by.same.length + by.unknown.length + by.delete.length - deleted.size;
  if (by.unknown.length > 0) count(tally.warnings, 'DELETE_OF_UNKNOWN', by.unknown.length);

  const applied: Applied = { changes: [], keys: [] };
  rows.forEach((row, ordinal) => {
    const fate = fates[ordinal] ?? 'same';
    if (fate === 'older' || fate === 'contradicts') {
      setAside(
        chunk,
        toSetAside(row, layout, [{ code: fate === 'older' ? 'OLDER_THAN_HELD' : 'DUPLICATE_KEY', column: null }]),
      );
      return;
    }
    const key = keyOf(row, layout);
    if (key !== null) applied.keys.push(key);
    if (fate !== 'new' && fate !== 'changed' && !deleted.has(ordinal)) return;
    const [subject, ...others] = affectedBy(row, held[0]?.[ordinal], layout);
    if (subject === undefined) return;
    const items = parts.itemsOf(
      row,
      fate === 'changed'
        ? layout.tables.map((table, at) => (isStaged(row, table) ? held[at]?.[ordinal]?.differences : ''))
        : [],
    );
    applied.changes.push({
      kind: parts.declaration.change,
      lane: 'bulk',
      affects: [subject, ...others],
      items,
      operationId: null,
      traceId: null,
    });
  });
  return applied;
};

/** Writes rows without looking, where nothing speaks against it. Resolves to whether all of them were new indeed. */
const writeAsNew = async <DB>(
  executor: Executor<DB>,
  rows: readonly CheckedRow[],
  { store, layout, sequence, course }: ApplyParts<DB>,
): Promise<boolean> =>
  course.allNew &&
  !rows.some(({ isDeletion }) => isDeletion) &&
  attempt(executor, async () => {
    for (const table of layout.tables)
      await copyNew(store, executor, { table, sequence }, toStaged(rows, table, layout));
  });

const stageAndCompareAll = async <DB>(
  executor: Executor<DB>,
  rows: readonly CheckedRow[],
  parts: ApplyParts<DB>,
): Promise<HeldRows[]> => {
  await preferKeyLookups(executor);
  const held: HeldRows[] = [];
  for (const table of parts.layout.tables) held.push(await stageAndCompare(executor, rows, table, parts));
  parts.course.allNew =
    held.every((ofTable) => ofTable.length === 0) &&
    (await haveUniqueKeys(executor, parts.store.schema, parts.layout.tables));
  return held;
};

/** The first table gets every row, a further one those that have its key. */
const toStaged = (rows: readonly CheckedRow[], table: TableLayout, { tables }: Layout): StagedRow[] => {
  const staged = rows.map(({ values }, ordinal) => ({ ordinal, values }));
  return table === tables[0] ? staged : staged.filter((row) => isStaged(row, table));
};

const stageAndCompare = async <DB>(
  executor: Executor<DB>,
  rows: readonly CheckedRow[],
  table: TableLayout,
  { store, declaration, layout, sequence }: ApplyParts<DB>,
): Promise<HeldRows> => {
  await stageRows(store, executor, table, toStaged(rows, table, layout));
  const subjects = table === layout.tables[0] ? declaration.subjects : [];
  const byOrdinal: (Held | undefined)[] = [];
  for (const held of await findHeld(executor, store.schema, table, { sequence, subjects }))
    byOrdinal[held.ordinal] = held;
  return byOrdinal;
};

const WRITTEN: ReadonlySet<Fate> = new Set(['new', 'changed', 'same']);

const writeTable = async <DB>(
  executor: Executor<DB>,
  writing: Writing,
  held: HeldRows,
  fates: readonly Fate[],
  rows: readonly CheckedRow[],
): Promise<void> => {
  const inserts: number[] = [];
  const updates: number[] = [];
  const confirms: number[] = [];
  fates.forEach((fate, ordinal) => {
    const row = rows[ordinal];
    if (!row || !WRITTEN.has(fate) || !isStaged(row, writing.table)) return;
    const before = held[ordinal];
    if (!before) inserts.push(ordinal);
    else if (before.differences.includes('1')) updates.push(ordinal);
    else if (before.by === 'older') confirms.push(ordinal);
  });
  await insertStaged(executor, writing, inserts);
  await updateStaged(executor, writing, updates);
  await confirmStaged(executor, writing, confirms);
};

const writingOf = <DB>({ store, sequence }: ApplyParts<DB>, table: TableLayout): Writing => ({
  schema: store.schema,
  table,
  sequence,
});

/** What a deletion sets, with `$date` filled in. */
export const closingOf = ({
  declaration,
  date,
}: {
  declaration: SourceDeclaration;
  date: string;
}): 'delete' | Readonly<Record<string, unknown>> => {
  const closing = declaration.whenDeleted;
  if (closing === undefined || closing === 'delete') return 'delete';
  return Object.fromEntries(
    Object.entries(closing.set).map(([column, value]) => [column, value === '$date' ? date : value]),
  );
};

const toSetAside = (row: CheckedRow, layout: Layout, reasons: readonly Reason[]) => ({
  line: row.line,
  raw: row.raw,
  reasons,
  key: keyOf(row, layout),
});

/** Leaves the first of rows with one key; the same again is unchanged, something else is set aside. */
const dropRepeated = (chunk: Chunk, layout: Layout): CheckedRow[] => {
  const first = new Map<string, CheckedRow>();
  for (const row of chunk.rows) {
    const key = keyOf(row, layout);
    const earlier = key === null ? undefined : first.get(key);
    if (key === null) setAside(chunk, toSetAside(row, layout, [{ code: 'REQUIRED', column: null }]));
    else if (!earlier) first.set(key, row);
    else if (earlier.isDeletion === row.isDeletion && earlier.values.every((value, slot) => value === row.values[slot]))
      chunk.tally.unchanged += 1;
    else setAside(chunk, toSetAside(row, layout, [{ code: 'DUPLICATE_KEY', column: null }]));
  }
  return [...first.values()];
};

const prepareRows = async <DB>(
  executor: Executor<DB>,
  chunk: Chunk,
  { prepare, layout, declaration, date }: ApplyParts<DB>,
): Promise<void> => {
  if (prepare === null || chunk.rows.length === 0) return;
  const prepared = chunk.rows.map((row): PreparedRow => ({
    line: row.line,
    get: (field) => row.values[layout.slotOf(field)] ?? null,
    set: (field, value) => (row.values[layout.slotOf(field)] = value),
    reject: (code, column) => row.reasons.push({ code, column }),
  }));
  await prepare(prepared, { executor, source: declaration.source, date });
  for (const row of chunk.rows) if (row.reasons.length > 0) setAside(chunk, toSetAside(row, layout, row.reasons));
  chunk.rows = chunk.rows.filter((row) => row.reasons.length === 0);
};
