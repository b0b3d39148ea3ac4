import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCsvRecord } from '../../../../../subgraphs/kit/ingest/read/csv.ts';
import { readLines } from '../../../../../subgraphs/kit/ingest/read/lines.ts';
import { readRecords, type RawRecord } from '../../../../../subgraphs/kit/ingest/read/records.ts';

const read = async (bytes: Buffer, step: number, from = { offset: 0, line: 1 }): Promise<RawRecord[]> => {
  const blocks = async function* (): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  };
  const records: RawRecord[] = [];
  for await (const block of readRecords(readLines(blocks(), { encoding: 'utf-8', ...from }), ','))
    records.push(...block);
  return records;
};

const cell = fc.string({ unit: fc.constantFrom('a', '店', '"', ',', '\n', '\r\n', ' ', '😀'), maxLength: 6 });
const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('readRecords', () => {
  it('gives back every table that was written, however the bytes come', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (table, step) => {
          const rows = table.map((cells) => cells.map(quote).join(','));
          const records = await read(Buffer.from(`${rows.join('\n')}\n`), step);
          expect(records.map(({ text }) => parseCsvRecord(text, ','))).toEqual(
            table.map((cells) => cells.map((text) => text.replaceAll('\r\n', '\n'))),
          );
          const lines = rows.map((_, at) => 1 + rows.slice(0, at).join('\n').split('\n').length - (at === 0 ? 1 : 0));
          expect(records.map(({ line }) => line)).toEqual(lines);
        },
      ),
    ));

  it('goes on after any record as if it had read all before', async () => {
    const bytes = Buffer.from('a,"1\n2"\nb,店\nc,"x"\nd,4\n');
    const all = await read(bytes, 5);
    for (const [at, { end }] of all.entries()) {
      const next = all[at + 1];
      expect(await read(bytes, 7, { offset: end, line: next?.line ?? 99 })).toEqual(all.slice(at + 1));
    }
  });

  it('marks the last row that no line end follows', async () =>
    expect((await read(Buffer.from('a,1\nb,2'), 3)).map(({ unended }) => unended ?? false)).toEqual([false, true]));

  it('loses one line to a quote that never closes', async () => {
    const records = await read(Buffer.from('a,1\nb,"2\nc,3\nd,4\n'), 4);
    expect(records.map(({ line, fault }) => [line, fault ?? null])).toEqual([
      [1, null],
      [2, 'BAD_QUOTES'],
      [3, null],
      [4, null],
    ]);
  });

  it('breaks no row but the one whose bytes are broken', async () => {
    const records = await read(
      Buffer.concat([Buffer.from('店,1\n'), Buffer.from([0xe5, 0xba, 10]), Buffer.from('铺,2\n')]),
      64,
    );
    expect(records.map(({ text, fault }) => [text, fault ?? null])).toEqual([
      ['店,1', null],
      ['\ufffd', 'BAD_ENCODING'],
      ['铺,2', null],
    ]);
  });
});
