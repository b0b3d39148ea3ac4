import { decode, type Encoding } from './encoding.ts';
import { MAX_KEPT, MAX_ROW } from './limits.ts';

/** Physical lines that were read together, without their `\n`. */
export interface LineBlock {
  /** Number of the first line, counted from 1. */
  first: number;
  texts: readonly string[];
  /** Offset in the unpacked bytes after each line. */
  ends: readonly number[];
  /** What is wrong with single lines, by their place in the block. */
  faults: ReadonlyMap<number, LineFault>;
}
/** `unended`: the last line of the drop, with no line end after it. */
export type LineFault = 'LINE_TOO_LONG' | 'BAD_ENCODING' | 'unended';

export interface LineStart {
  encoding: Encoding;
  /** Offset in the unpacked bytes where reading begins (or goes on), and the number of the line there. */
  offset: number;
  line: number;
}

/**
 * Cuts bytes into lines, in constant memory. Works on bytes because a line end, a comma and a quote are the same byte in
 * UTF-8 and in GB18030 and never part of another character, so that offsets are exact and one broken line breaks no other.
 */
export async function* readLines(bytes: AsyncIterable<Buffer>, start: LineStart): AsyncGenerator<LineBlock> {
  let skip = start.offset;
  let offset = start.offset;
  let line = start.line;
  let rest: Buffer[] = [];
  let restLength = 0;
  let tooLong = 0;

  const keep = (piece: Buffer): void => {
    restLength += piece.length;
    if (restLength > MAX_ROW && tooLong === 0) {
      rest = [Buffer.concat([...rest, piece.subarray(0, MAX_KEPT)]).subarray(0, MAX_KEPT)];
      tooLong = 1;
    }
    if (tooLong === 0) rest.push(piece);
  };

  for await (const block of bytes) {
    if (skip >= block.length) {
      skip -= block.length;
      continue;
    }
    const fresh = skip > 0 ? block.subarray(skip) : block;
    skip = 0;
    const last = fresh.lastIndexOf(10);
    if (last < 0) {
      keep(fresh);
      continue;
    }
    const firstEnd = fresh.indexOf(10);
    const head = fresh.subarray(0, firstEnd);
    keep(head);
    const texts: string[] = [];
    const ends: number[] = [];
    const faults = new Map<number, LineFault>();
    const add = (text: string, length: number): void => {
      offset += length + 1;
      texts.push(text);
      ends.push(offset);
    };
    if (tooLong > 0) {
      faults.set(0, 'LINE_TOO_LONG');
      add(toLooseText(rest[0] ?? head, start.encoding), restLength);
    } else {
      addAll(Buffer.concat([...rest]), start.encoding, faults, add);
    }
    rest = [];
    restLength = 0;
    tooLong = 0;
    if (last > firstEnd) addAll(fresh.subarray(firstEnd + 1, last), start.encoding, faults, add, texts.length);
    yield { first: line, texts, ends, faults };
    line += texts.length;
    if (last + 1 < fresh.length) keep(Buffer.from(fresh.subarray(last + 1)));
  }
  if (restLength === 0) return;
  const tail = rest.length === 1 && rest[0] ? rest[0] : Buffer.concat(rest);
  const text = tooLong > 0 ? null : decode(tail, start.encoding);
  const fault: LineFault = tooLong > 0 ? 'LINE_TOO_LONG' : text === null ? 'BAD_ENCODING' : 'unended';
  yield {
    first: line,
    texts: [text ?? toLooseText(tail, start.encoding)],
    ends: [offset + restLength],
    faults: new Map([[0, fault]]),
  };
}

/** Decodes lines together, and one by one when one of them is broken. */
const addAll = (
  lines: Buffer,
  encoding: Encoding,
  faults: Map<number, LineFault>,
  add: (text: string, length: number) => void,
  before = 0,
): void => {
  const text = decode(lines, encoding);
  const texts = text?.split('\n');
  let from = 0;
  for (let at = 0; ; at += 1) {
    const end = lines.indexOf(10, from);
    const bytes = lines.subarray(from, end < 0 ? lines.length : end);
    const one = texts ? texts[at] : decode(bytes, encoding);
    if (bytes.length > MAX_ROW) faults.set(before + at, 'LINE_TOO_LONG');
    else if (one === null) faults.set(before + at, 'BAD_ENCODING');
    add(
      bytes.length > MAX_ROW
        ? toLooseText(bytes.subarray(0, MAX_KEPT), encoding)
        : (one ?? toLooseText(bytes, encoding)),
      bytes.length,
    );
    if (end < 0) return;
    from = end + 1;
  }
};

const toLooseText = (bytes: Buffer, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);
