import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { writeOrCheck } from '../../../schema/compose/generated-file.ts';

const newFile = (text: string) => ({ path: join(mkdtempSync(join(tmpdir(), 'generated-')), 'new/file.txt'), text });

it('writes what is missing and keeps still when all is fresh', () => {
  const file = newFile('one');
  const said: string[] = [];
  expect(writeOrCheck([file], false, (line) => said.push(line))).toBe(0);
  expect(readFileSync(file.path, 'utf8')).toBe('one');
  expect(writeOrCheck([file], true, (line) => said.push(line))).toBe(0);
  expect(said).toEqual([expect.stringMatching(/^wrote .*file\.txt$/u)]);
});

it('names what is stale, without touching it', () => {
  const file = newFile('one');
  const said: string[] = [];
  expect(writeOrCheck([file], true, (line) => said.push(line))).toBe(1);
  expect(existsSync(file.path)).toBe(false);
  expect(said[0]).toMatch(/^stale: .*file\.txt$/u);
});
