import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PROGRAM = new URL('stopping-process.ts', import.meta.url).pathname;
/** Starts the program with a channel, and says its process id when it is ready. */
const PARENT = `
  const child = require('node:child_process').spawn(process.execPath, ['--import', 'tsx', process.argv[1]], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.stdout.once('data', () => console.log(child.pid));
`;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each(['SIGTERM', 'SIGINT'] as const)(
  'a process stops in order on %s',
  async (signal) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line === 'ready') child.kill(signal);
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(lines).toEqual(['ready', 'stopped']);
  },
  60_000,
);

it('a process ends with the one that started it, also when that was killed', async () => {
  const parent = spawn(process.execPath, ['-e', PARENT, PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  const pid = Number(line);
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}, 60_000);
