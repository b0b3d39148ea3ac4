import { expect, test } from '@jest/globals';
import { findProcessStart } from '../../../../subgraphs/kit/store/process-start.ts';

test('is the same for a process each time it is asked', async () => {
  expect(await findProcessStart(process.pid)).toBe(await findProcessStart(process.pid));
});

test('differs between processes that started apart', async () => {
  expect(await findProcessStart(process.pid)).not.toBe(await findProcessStart(1));
});

test('is null for a process that is not there', async () => {
  expect(await findProcessStart(2 ** 22 + 1)).toBeNull();
});
