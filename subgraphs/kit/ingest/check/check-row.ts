import type { SourceDeclaration } from '../declaration.ts';
import type { IngestHooks } from '../hooks.ts';
import type { Layout } from '../layout.ts';
import type { Reason, ReasonCode } from '../reasons.ts';
import { count, type Tally } from '../tally.ts';
import { targetsOf } from '../layout.ts';
import { createColumnCheck } from './column-check.ts';
import { hasPrivateUse, isMojibake } from './text.ts';

/** A row after its checks: `values` by slot of the layout, canonical texts. */
export interface CheckedRow {
  line: number;
  raw: string;
  values: (string | null)[];
  /** Empty: the row is good. */
  reasons: Reason[];
  isDeletion: boolean;
  /** Slots that hold an ID number which is still to be exchanged, with their columns. */
  pending: { slots: readonly number[]; column: string; idNumber: string }[];
}

/** Gives the text of a column, or undefined when the drop has no such column. */
export type CellReader = (column: string) => string | undefined;

export type RowCheck = (line: number, raw: string, cell: CellReader, tally: Tally) => CheckedRow;

/** Compiles a declaration to the function that checks its rows. Throws when a hook that it names is missing. */
export const createRowCheck = <DB>(
  declaration: SourceDeclaration,
  layout: Layout,
  hooks: IngestHooks<DB> = {},
): RowCheck => {
  const columns = Object.entries(declaration.columns).map(([name, column], at) => ({
    name,
    at,
    column,
    missing: new Set([...declaration.missing, ...column.missing]),
    ...createColumnCheck(declaration, column, layout),
  }));
  const derived = declaration.derived.map((each) => {
    const hook = hooks.columns?.[each.hook];
    if (!hook) throw new Error(`${declaration.source} names the hook ${each.hook}, which does not exist.`);
    return {
      ...each,
      hook,
      slots: targetsOf(declaration, each).map(({ table, column }) => layout.slotOf(`${table}.${column}`)),
    };
  });
  const constants = Object.entries(declaration.set).map(
    ([column, value]) => [layout.slotOf(column), value === null ? null : String(value)] as const,
  );
  const keys = new Set(layout.tables[0].keySlots);
  const { operation } = declaration;

  return (line, raw, cell, tally) => {
    const values = new Array<string | null>(layout.size).fill(null);
    for (const [slot, value] of constants) values[slot] = value;
    for (let at = tally.filled.length; at < columns.length; at += 1) tally.filled.push(0);
    const row: CheckedRow = { line, raw, values, reasons: [], isDeletion: false, pending: [] };
    if (operation) row.isDeletion = operation.delete.includes((cell(operation.column) ?? '').trim().toUpperCase());
    const broken = isMojibake(raw);
    const texts = derived.length > 0 ? new Map<string, string | null>() : null;

    for (const { name, at, column, missing, slots, check, resolves } of columns) {
      const given = cell(name);
      if (given === undefined) {
        if (column.required && !column.optional) fail(row, 'REQUIRED', name);
        continue;
      }
      const text = given.trim();
      if (text !== given) count(tally.normalised, 'TRIMMED');
      const isEmpty = missing.has(text);
      texts?.set(name, isEmpty ? null : text);
      if (isEmpty && column.default === undefined) {
        if (column.required && !(row.isDeletion && !slots.some((slot) => keys.has(slot)))) fail(row, 'REQUIRED', name);
        continue;
      }
      if (!isEmpty) tally.filled[at] = (tally.filled[at] ?? 0) + 1;
      if (broken && isMojibake(text)) {
        fail(row, 'MOJIBAKE', name);
        continue;
      }
      const checked = check(isEmpty ? (column.default ?? '') : text);
      if (!checked.ok) {
        fail(row, checked.code, name);
        continue;
      }
      if (checked.normalised) count(tally.normalised, checked.normalised);
      if (checked.warning) count(tally.warnings, checked.warning);
      const { value } = checked;
      if (typeof value !== 'string') slots.forEach((slot, at) => (values[slot] = value[at] ?? null));
      else if (resolves(value)) row.pending.push({ slots, column: name, idNumber: value });
      else for (const slot of slots) values[slot] = value;
    }
    if (row.reasons.length === 0) {
      for (const { from, hook, slots } of derived) {
        const made = hook(
          from.map((name) => texts?.get(name) ?? null),
          from,
        );
        if (made !== null && typeof made === 'object') fail(row, made.reject, from[0] ?? null);
        else for (const slot of slots) values[slot] = made;
      }
      if (hasPrivateUse(raw)) count(tally.warnings, 'PRIVATE_USE_CHARACTER');
    }
    return row;
  };
};

const fail = ({ reasons }: CheckedRow, code: ReasonCode, column: string | null): number =>
  reasons.push({ code, column });
