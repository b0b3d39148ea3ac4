import type { Executor } from '../store/store.ts';
import { keyOf, setAside, type Chunk } from './chunk.ts';
import type { FindLiving } from './host.ts';
import type { Layout } from './layout.ts';

/**
 * Persons were found before the transaction. In it their ids are locked and looked up once more: one that was merged
 * meanwhile gives way to the survivor's, and a row of somebody who was erased is set aside.
 */
export const settlePeople = async <DB>(
  executor: Executor<DB>,
  chunk: Chunk,
  { layout, findLiving }: { layout: Layout; findLiving: FindLiving<DB> },
): Promise<void> => {
  const found = new Set(
    chunk.rows.flatMap(({ pending, values }) => pending.flatMap(({ slots }) => slots.map((slot) => values[slot]))),
  );
  const ids = [...found].filter((id) => typeof id === 'string');
  if (ids.length === 0) return;
  const living = await findLiving(executor, ids);
  chunk.rows = chunk.rows.filter((row) => {
    for (const { slots, column } of row.pending) {
      for (const slot of slots) {
        const id = row.values[slot] ?? null;
        const own = id === null ? null : (living.get(id) ?? null);
        if (own === null) row.reasons.push({ code: 'UNKNOWN_PERSON', column });
        row.values[slot] = own;
      }
    }
    if (row.reasons.length > 0)
      setAside(chunk, { line: row.line, raw: row.raw, reasons: row.reasons, key: keyOf(row, layout) });
    return row.reasons.length === 0;
  });
};
