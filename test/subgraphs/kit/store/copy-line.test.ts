import { expect, test } from '@jest/globals';
import { toCopyLine } from '../../../../subgraphs/kit/store/copy-line.ts';

test.each([
  [['a', 'b'], 'a\tb\n'],
  [['tab\there', 'new\nline'], 'tab\\there\tnew\\nline\n'],
  [['back\\slash', '\\N', '\\.'], 'back\\\\slash\t\\\\N\t\\\\.\n'],
  [[null, ''], '\\N\t\n'],
])('writes %j', (values, line) => {
  expect(toCopyLine(values)).toBe(line);
});
