import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { superviseProcess, type SupervisedProcess } from '../../gateway/supervised-process.ts';
import { until } from '../services/command.ts';

const SERVES = `console.log('ready here'); setInterval(() => undefined, 1_000);`;
const FAILS = `console.error('the port is taken'); process.exit(3);`;

const running: SupervisedProcess[] = [];
afterEach(() => Promise.all(running.splice(0).map((each) => each.stop())));

const supervise = (script: string, pause: number) => {
  const printed: string[] = [];
  const starts: number[] = [];
  const supervised = superviseProcess({
    name: 'personal',
    pause,
    print: (line) => printed.push(line),
    start: () => {
      starts.push(performance.now());
      return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    },
  });
  running.push(supervised);
  const pids = () => printed.flatMap((line) => /^\[personal\] process (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
  const isReady = (times: number) => () =>
    Promise.resolve(printed.filter((line) => line === '[personal] ready here').length === times ? true : null);
  return { ...supervised, printed, starts, pids, isReady };
};

describe('a supervised process', () => {
  it('that is killed is started again, and said to be', async () => {
    const { ready, printed, pids, isReady } = supervise(SERVES, 50);
    await ready;
    process.kill(pids()[0] ?? 0, 'SIGKILL');
    await until('it is ready again', isReady(2));
    expect(new Set(pids()).size).toBe(2);
    expect(printed).toContain('[personal] ended with SIGKILL, and starts again in 0.05 s');
  });

  it('that does not last is started after a pause that grows', async () => {
    const { starts, pids, isReady } = supervise(SERVES, 100);
    for (const times of [1, 2, 3, 4]) {
      await until('it is ready', isReady(times));
      process.kill(pids().at(-1) ?? 0, 'SIGKILL');
    }
    await until('it is ready', isReady(5));
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    [100, 200, 400, 800].forEach((least, index) => expect(gaps[index]).toBeGreaterThanOrEqual(least));
  });

  it('that cannot start is given up the fifth time, with what it said', async () => {
    const { ended, starts } = supervise(FAILS, 10);
    await expect(ended).rejects.toThrow(
      'personal could not start 5 times in a row. Its last output:\nthe port is taken',
    );
    expect(starts).toHaveLength(5);
  });

  it('that could start in between is not given up', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onefile-supervised-'));
    const mark = join(folder, 'well');
    const { printed, isReady } = supervise(
      `require('node:fs').existsSync(${JSON.stringify(mark)}) ? eval(${JSON.stringify(SERVES)}) : process.exit(1)`,
      10,
    );
    await until('it failed three times', () =>
      Promise.resolve(printed.filter((line) => line.includes('ended with 1,')).length >= 3 ? true : null),
    );
    await writeFile(mark, '');
    await until('it is ready', isReady(1));
    await rm(folder, { recursive: true });
  });

  it('that is stopped is not started again, whether it runs or pauses', async () => {
    const one = supervise(SERVES, 10);
    await one.ready;
    await one.stop();
    const other = supervise(FAILS, 60_000);
    await until('it pauses', () => Promise.resolve(other.printed.at(-1)?.includes('starts again') ? true : null));
    await other.stop();
    expect([one.starts.length, other.starts.length]).toEqual([1, 1]);
    expect(() => process.kill(one.pids()[0] ?? 0, 0)).toThrow('ESRCH');
    await expect(one.ended).resolves.toBeUndefined();
  });
});
