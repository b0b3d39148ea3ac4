import type { ReasonCode } from '../reasons.ts';
import { MAX_ROW } from './limits.ts';
import type { LineBlock } from './lines.ts';

/** One row of a drop as it stands in the file: with the line it begins on and the offset after it. */
export interface RawRecord {
  line: number;
  text: string;
  end: number;
  fault?: ReasonCode;
  /** The last row, with no line end after it. */
  unended?: boolean;
}

interface Piece extends RawRecord {
  text: string;
}

/**
 * Joins lines to records where a quoted column holds a line end (RFC 4180). A quote that never closes costs its own line
 * only: that line is a BAD_QUOTES and reading goes on after it. `delimiter` null: every line is a record.
 */
export async function* readRecords(
  blocks: AsyncIterable<LineBlock>,
  delimiter: string | null,
): AsyncGenerator<RawRecord[]> {
  let held: Piece[] = [];
  let heldLength = 0;
  const records: RawRecord[] = [];
  const quotes = delimiter === null ? null : createQuoteReader(delimiter);

  const release = (): void => {
    const [first, ...others] = held;
    held = [];
    heldLength = 0;
    if (!first) return;
    records.push({ ...first, fault: first.fault ?? (first.unended ? 'TRUNCATED' : 'BAD_QUOTES') });
    for (const piece of others) take(piece);
  };
  const take = (piece: Piece): void => {
    if (quotes === null || piece.fault !== undefined) {
      if (held.length > 0) release();
      records.push(piece);
      return;
    }
    if (held.length === 0 && !piece.text.includes('"')) {
      records.push(piece);
      return;
    }
    if (held.length === 0) quotes.reset();
    const state = quotes.read(piece.text);
    held.push(piece);
    heldLength += piece.text.length + 1;
    const first = held[0] ?? piece;
    if (state === 'closed') {
      records.push({
        ...piece,
        line: first.line,
        text: held.length === 1 ? piece.text : held.map(({ text }) => text).join('\n'),
      });
      held = [];
      heldLength = 0;
    } else if (state === 'broken' || heldLength > MAX_ROW || piece.unended) release();
  };

  for await (const block of blocks) {
    block.texts.forEach((raw, at) => {
      const fault = block.faults.get(at);
      const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      const piece: Piece = { line: block.first + at, text, end: block.ends[at] ?? 0 };
      if (fault === 'unended') piece.unended = true;
      else if (fault) piece.fault = fault;
      take(piece);
    });
    if (records.length > 0) yield records.splice(0);
  }
  while (held.length > 0) release();
  if (records.length > 0) yield records.splice(0);
}

/** Follows the quotes of a record from line to line. */
const createQuoteReader = (delimiter: string): { reset(): void; read(line: string): 'closed' | 'open' | 'broken' } => {
  let open = false;
  return {
    reset: () => (open = false),
    read: (line) => {
      let at = 0;
      let first = !open;
      for (;;) {
        if (!open) {
          if (!first || line.charAt(at) !== '"') {
            const next = line.indexOf(delimiter, at);
            if (next < 0) return 'closed';
            at = next + 1;
            first = true;
            continue;
          }
          open = true;
          at += 1;
        }
        const close = line.indexOf('"', at);
        if (close < 0) return 'open';
        if (line.charAt(close + 1) === '"') {
          at = close + 2;
          continue;
        }
        open = false;
        first = false;
        at = close + 1;
        if (at === line.length) return 'closed';
        if (line.charAt(at) !== delimiter) return 'broken';
      }
    },
  };
};
