import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  findFolderHolder,
  FolderHeldError,
  lockFolder,
  type FolderHolder,
} from '../../../../subgraphs/kit/store/folder-lock.ts';
import { findProcessStart } from '../../../../subgraphs/kit/store/process-start.ts';
import { createFolder, startProcess, type HoldingProcess } from './holding-process.ts';

let folder = '';
const started: HoldingProcess[] = [];
const start = () => {
  const child = startProcess('./hold-folder.ts', folder);
  started.push(child);
  return child;
};

beforeEach(async () => {
  folder = await createFolder();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.kill()));
  await rm(folder, { recursive: true });
});

/** Leaves a lock as somebody else would have. */
const leaveLock = async (holder: Partial<FolderHolder>) => {
  const whole: FolderHolder = {
    pid: process.pid,
    host: hostname(),
    processStart: await findProcessStart(process.pid),
    startedAt: '2026-11-22T00:00:00Z',
    released: false,
    note: null,
    ...holder,
  };
  await writeFile(join(folder, 'lock.7'), JSON.stringify(whole));
};

test('refuses a second holder, and hands on the note of the first', async () => {
  const lock = await lockFolder(folder);
  await lock.leaveNote({ url: 'http://127.0.0.1:4000' });
  const second = await lockFolder(folder).catch((cause: unknown) => cause);
  expect(second).toBeInstanceOf(FolderHeldError);
  expect(second).toMatchObject({ holder: { pid: process.pid, note: { url: 'http://127.0.0.1:4000' } } });
  await lock.release();
});

test('can be taken again once it was given back, and forgets the note', async () => {
  const first = await lockFolder(folder);
  await first.leaveNote({ secret: 'told' });
  await first.release();
  expect(await findFolderHolder(folder)).toBeNull();
  const files = await readdir(folder);
  expect(await readFile(join(folder, files[0] ?? ''), 'utf8')).not.toContain('told');
  await (await lockFolder(folder)).release();
});

test('refuses while another process holds it, and takes it over when that was killed', async () => {
  const child = start();
  expect(await child.hear()).toBe('holds');
  await expect(lockFolder(folder)).rejects.toMatchObject({ holder: { pid: child.pid, note: { secret: 'told' } } });
  await child.kill('SIGKILL');
  await (await lockFolder(folder)).release();
});

test('lets one of many processes in that come at once over a dead holder', async () => {
  await leaveLock({ pid: 2 ** 22 - 1, processStart: 'long ago' });
  const words = await Promise.all([start(), start(), start(), start()].map((child) => child.hear()));
  expect(words.toSorted()).toEqual(['FolderHeldError', 'FolderHeldError', 'FolderHeldError', 'holds']);
});

test('lets one of many in that come at once, in one process', async () => {
  const comers = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  expect(comers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('takes over from a process whose pid belongs to another one by now', async () => {
  await leaveLock({ processStart: 'another boot:1' });
  await (await lockFolder(folder)).release();
});

test('believes in a holder on another host while its lock beats, and not for longer', async () => {
  await leaveLock({ host: 'elsewhere', pid: 1 });
  await expect(lockFolder(folder)).rejects.toThrow('is held by process 1 on elsewhere since 2026-11-22T00:00:00Z');
  const silence = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'lock.7'), silence, silence);
  await (await lockFolder(folder)).release();
});

test('leaves one file behind, and no drafts', async () => {
  for (let round = 0; round < 3; round += 1) await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual(['lock.3']);
});

test('finds nobody in a folder that does not exist', async () => {
  expect(await findFolderHolder(join(folder, 'nowhere'))).toBeNull();
});
