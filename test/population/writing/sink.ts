import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Drop, Write } from './drop.ts';
import { toCsvLine } from './csv.ts';
import type { Spoil } from './spoil.ts';

/** Takes rows to files, one for each drop, in constant memory. */
export interface Sink {
  write: Write;
  /** Rows so far, by source. */
  readonly rows: ReadonlyMap<string, number>;
  close(): void;
}

export interface SinkOptions {
  folder: string;
  gzip: boolean;
  /** Opens what spoils rows, once the folder is there. */
  spoil: (() => Spoil) | null;
}

/** Bytes that are gathered before they go to the file. */
const CHUNK = 1 << 18;
/** A character of UTF-16 takes at most so many bytes of UTF-8. */
const BYTES_OF_CHARACTER = 3;

interface Target {
  file: number;
  bytes: Buffer;
  taken: number;
  lines: number;
  rows: number;
}

export const createSink = ({ folder, gzip, spoil: openSpoil }: SinkOptions): Sink => {
  mkdirSync(folder, { recursive: true });
  const spoil = openSpoil?.() ?? null;
  const targets = new Map<Drop<never>, Target>();
  const rows = new Map<string, number>();

  const flush = (target: Target): void => {
    const bytes = target.bytes.subarray(0, target.taken);
    target.taken = 0;
    // Members of gzip one after the other are a gzip file.
    if (bytes.length > 0) writeSync(target.file, gzip ? gzipSync(bytes) : bytes);
  };
  // Straight to bytes: text that grows by appending is a chain of pieces, which the collector would have to follow.
  const append = (target: Target, line: string): void => {
    if (target.taken + line.length * BYTES_OF_CHARACTER > target.bytes.length) flush(target);
    target.taken += target.bytes.write(line, target.taken, 'utf8');
    target.lines += 1;
  };
  const open = (drop: Drop<never>): Target => {
    const file = openSync(join(folder, `${drop.source}.csv${gzip ? '.gz' : ''}`), 'w');
    const target: Target = { file, bytes: Buffer.allocUnsafeSlow(CHUNK), taken: 0, lines: 0, rows: 0 };
    append(target, `${drop.headers.join(',')}\n`);
    targets.set(drop, target);
    return target;
  };

  return {
    rows,
    write: (drop, record) => {
      const target = targets.get(drop) ?? open(drop);
      target.rows += 1;
      const { cells } = drop;
      if (spoil === null) {
        append(target, toCsvLine(cells, record));
        return;
      }
      const values = cells.map((cell) => String(cell(record)));
      for (const line of spoil.row(drop, values, target.lines + 1)) append(target, `${line}\n`);
    },
    close: () => {
      for (const [drop, target] of targets) {
        flush(target);
        closeSync(target.file);
        rows.set(drop.source, target.rows);
      }
      spoil?.close();
    },
  };
};
