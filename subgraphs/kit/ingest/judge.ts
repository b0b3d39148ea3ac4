import type { CheckedRow } from './check/check-row.ts';
import type { Layout, TableLayout } from './layout.ts';
import type { Held } from './merge.ts';

/** What becomes of a staged row. */
export type Fate = 'new' | 'changed' | 'same' | 'older' | 'contradicts' | 'delete' | 'unknown';
/** What a table holds of the staged rows, by ordinal. */
export type HeldRows = readonly (Held | undefined)[];

/** Decides by what is held and by whom it was written; the most cautious verdict of all tables stands. */
export const judge = (row: CheckedRow, ordinal: number, layout: Layout, held: readonly HeldRows[]): Fate => {
  const main = held[0]?.[ordinal];
  if (!main) return row.isDeletion ? 'unknown' : 'new';
  if (row.isDeletion) return main.by === 'newer' ? 'older' : 'delete';
  let fate: Fate = 'same';
  for (const [at, table] of layout.tables.entries()) {
    const there = held[at]?.[ordinal];
    if (!isStaged(row, table) || there?.differences.includes('1') === false) continue;
    if (there?.by === 'newer') return 'older';
    if (there?.by === 'this') fate = 'contradicts';
    else if (fate === 'same') fate = 'changed';
  }
  return fate;
};

/** A further table gets a row only when its key is complete. */
export const isStaged = ({ values }: Pick<CheckedRow, 'values'>, table: TableLayout): boolean =>
  table.keySlots.every((slot) => (values[slot] ?? null) !== null);
