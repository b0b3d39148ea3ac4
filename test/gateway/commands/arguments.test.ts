import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../services/command.ts';

describe('a command that is asked for something wrong', () => {
  let folder: string;
  const run = (name: string, ...args: string[]) =>
    runCommand(`gateway/commands/${name}.ts`, args, { ONEFILE_DATA: join(folder, 'data'), PORT: '0' });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-arguments-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [['ingest', 'nosuch.source', 'x'], '  personal.contacts\n'],
    [['token', 'analyst', '--nonsense'], 'usage: token'],
    [['token', 'staff', 'taxes', '310104'], '  tax  税务局'],
    [['keys', 'again'], 'usage: keys'],
    [['dead-letters', '--all'], 'usage: dead-letters'],
  ])(
    '%j says so, ends with 2 and has opened nothing',
    async ([name = '', ...args], told) => {
      const { code, stdout, stderr } = await run(name, ...args);
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
      expect(await readdir(folder)).toEqual([]);
    },
    60_000,
  );

  it.each(['token', 'keys', 'dead-letters'])(
    '%s explains itself on standard output',
    async (name) => {
      const { code, stdout, stderr } = await run(name, '--help');
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: expect.stringContaining(`usage: ${name}`),
        stderr: '',
      });
    },
    60_000,
  );
});
