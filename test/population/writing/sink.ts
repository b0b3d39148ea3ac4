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

/** Characters that are gathered before they go to the file. */
const CHUNK = 1 << 17;

interface Target {
  file: number;
  text: string;
  lines: number;
  rows: number;
}

export const createSink = ({ folder, gzip, spoil: openSpoil }: SinkOptions): Sink => {
  mkdirSync(folder, { recursive: true });
  const spoil = openSpoil?.() ?? null;
  const targets = new Map<Drop<never>, Target>();
  const rows = new Map<string, number>();

  const flush = (target: Target): void => {
    const bytes = Buffer.from(target.text, 'utf8');
    target.text = '';
    // Members of gzip one after the other are a gzip file.
    if (bytes.length > 0) writeSync(target.file, gzip ? gzipSync(bytes) : bytes);
  };
  const open = (drop: Drop<never>): Target => {
    const name = `${drop.source}.csv${gzip ? '.gz' : ''}`;
    const target = { file: openSync(join(folder, name), 'w'), text: `${drop.headers.join(',')}\n`, lines: 1, rows: 0 };
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
        target.text += toCsvLine(cells, record);
        target.lines += 1;
      } else {
        const values = cells.map((cell) => String(cell(record)));
        const lines = spoil.row(drop, values, target.lines + 1);
        target.text += lines.map((line) => `${line}\n`).join('');
        target.lines += lines.length;
      }
      if (target.text.length > CHUNK) flush(target);
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
