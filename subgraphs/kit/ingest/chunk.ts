import { setImmediate } from 'node:timers/promises';
import type { IdentityResolver } from '../definition.ts';
import type { CheckedRow, RowCheck } from './check/check-row.ts';
import { isMojibake } from './check/text.ts';
import type { Layout } from './layout.ts';
import type { SetAside } from './quarantine.ts';
import type { createRowReader } from './read/read-rows.ts';
import type { Position } from './read/read-drop.ts';
import type { RawRecord } from './read/records.ts';
import { MAX_KEPT } from './read/limits.ts';
import { count, createTally, type Tally } from './tally.ts';

/** Rows that go to the store together, checked, with what the batch's counts and position are after them. */
export interface Chunk {
  rows: CheckedRow[];
  setAside: SetAside[];
  tally: Tally;
  to: Position;
}

export interface ChunkParts {
  layout: Layout;
  check: RowCheck;
  readRow: ReturnType<typeof createRowReader>;
  identities: IdentityResolver;
  vouched: boolean;
  /** Names of columns that nobody declared, seen so far; each is warned of once. */
  extra: Set<string>;
}

/** After so many rows the store's answers get their turn, so that it is not idle while rows are checked. */
const TURN = 32;

/** Groups records, at most `size` together; the generator is one chunk ahead of nobody: it runs when asked. */
export async function* gatherRecords(records: AsyncIterable<RawRecord[]>, size: number): AsyncGenerator<RawRecord[]> {
  let gathered: RawRecord[] = [];
  for await (const block of records) {
    gathered.push(...block);
    while (gathered.length >= size) {
      yield gathered.slice(0, size);
      gathered = gathered.slice(size);
    }
  }
  if (gathered.length > 0) yield gathered;
}

/** Checks the records of a chunk and exchanges ID numbers for citizen ids, all of them in one call. */
export const checkChunk = async (records: readonly RawRecord[], parts: ChunkParts): Promise<Chunk> => {
  const chunk: Chunk = { rows: [], setAside: [], tally: createTally(), to: positionAfter(records.at(-1)) };
  const { tally } = chunk;
  for (const [at, record] of records.entries()) {
    if (at % TURN === TURN - 1) await setImmediate();
    if (record.fault === undefined && record.text.trim() === '') {
      count(tally.warnings, 'BLANK_LINE');
      continue;
    }
    tally.rows += 1;
    const raw = record.fault === 'LINE_TOO_LONG' ? record.text.slice(0, MAX_KEPT) : record.text;
    const cells = parts.readRow(record, parts.vouched);
    if ('fault' in cells) {
      const broken =
        cells.fault === 'COLUMN_COUNT' && isMojibake(raw) ? [{ code: 'MOJIBAKE' as const, column: null }] : [];
      setAside(chunk, { line: record.line, raw, reasons: [{ code: cells.fault, column: null }, ...broken], key: null });
      continue;
    }
    for (const name of cells.extra) if (!parts.extra.has(name)) count(tally.warnings, 'EXTRA_COLUMN');
    for (const name of cells.extra) parts.extra.add(name);
    const row = parts.check(record.line, raw, cells.cell, tally);
    if (row.reasons.length > 0)
      setAside(chunk, { line: row.line, raw, reasons: row.reasons, key: keyOf(row, parts.layout) });
    else chunk.rows.push(row);
  }
  await resolvePeople(chunk, parts);
  return chunk;
};

/** Moves a row to quarantine and counts it, once for each of its reasons. */
export const setAside = (chunk: Pick<Chunk, 'setAside' | 'tally'>, row: SetAside): void => {
  chunk.setAside.push(row);
  chunk.tally.quarantined += 1;
  for (const code of new Set(row.reasons.map((reason) => reason.code))) count(chunk.tally.reasons, code);
};

/** The record's key as text, null when a part of it is missing. */
export const keyOf = ({ values }: Pick<CheckedRow, 'values'>, { tables }: Layout): string | null => {
  const parts = tables[0].keySlots.map((slot) => values[slot] ?? null);
  return parts.includes(null) ? null : parts.join('|');
};

const resolvePeople = async (chunk: Chunk, { identities, layout }: ChunkParts): Promise<void> => {
  const numbers = [...new Set(chunk.rows.flatMap(({ pending }) => pending.map(({ idNumber }) => idNumber)))];
  if (numbers.length === 0) return;
  const found = await identities.resolve(numbers);
  const ids = new Map(numbers.map((number, at) => [number, found[at] ?? null]));
  chunk.rows = chunk.rows.filter((row) => {
    for (const { slots, column, idNumber } of row.pending) {
      const id = ids.get(idNumber) ?? null;
      if (id === null) row.reasons.push({ code: 'UNKNOWN_PERSON', column });
      for (const slot of slots) row.values[slot] = id;
    }
    if (row.reasons.length > 0)
      setAside(chunk, { line: row.line, raw: row.raw, reasons: row.reasons, key: keyOf(row, layout) });
    return row.reasons.length === 0;
  });
};

const positionAfter = (last: RawRecord | undefined): Position =>
  last ? { offset: last.end, line: last.line + (last.text.split('\n').length - 1) + 1 } : { offset: 0, line: 1 };
