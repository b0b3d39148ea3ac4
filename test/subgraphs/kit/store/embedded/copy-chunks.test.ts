import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toCopyChunks } from '../../../../../subgraphs/kit/store/embedded/copy-chunks.ts';

const collect = async (source: Readable | string, size?: number) => {
  const chunks: string[] = [];
  for await (const chunk of toCopyChunks(source, size)) chunks.push(Buffer.from(chunk).toString('utf8'));
  return chunks;
};

test('cuts after a row, never within one', async () => {
  expect(await collect(Readable.from(['a\nb\nc', 'c\nd', '\ne\n']), 4)).toEqual(['a\nb\n', 'cc\n', 'd\ne\n']);
});

test('gives the rest that has no newline', async () => {
  expect(await collect(Readable.from(['a\nb']), 100)).toEqual(['a\nb']);
});

test('gives nothing of an empty text', async () => {
  expect(await collect('')).toEqual([]);
  expect(await collect(Readable.from([]))).toEqual([]);
});

test('gives all of it, in whole rows, however it comes', async () => {
  const pieces = fc.array(fc.stringMatching(/^[a-c汉\n]{0,12}$/));
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 20 }), async (texts, size) => {
      const chunks = await collect(Readable.from(texts), size);
      expect(chunks.join('')).toBe(texts.join(''));
      for (const chunk of chunks.slice(0, -1)) expect(chunk.endsWith('\n')).toBe(true);
    }),
  );
});
