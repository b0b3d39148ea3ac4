import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { SUBGRAPHS } from '../../../schema/sdl.ts';
import { startRedis } from '../../services/cut-off.ts';
import { findPorts, runCommand, startCommand, type Ended } from '../../services/command.ts';
import { createOwnPostgres } from '../../support/own-postgres.ts';

export const VICTIMS = [...SUBGRAPHS, 'gateway', 'postgres', 'redis'] as const;
export type Victim = (typeof VICTIMS)[number];

/** All processes as services with the demo people, on a PostgreSQL and a Redis of their own. */
export interface DisturbedTown {
  readonly url: string;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** kill -9; resolves when it is gone. A process is started again by its supervisor, a store after `away` milliseconds. */
  kill(victim: Victim, away: number): Promise<{ isBack: Promise<void> }>;
  runCommand(file: string, args: readonly string[]): Promise<Ended>;
  /** What the processes said. */
  printed(): string;
  stop(): Promise<number | null>;
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Milliseconds before a process is started again, instead of a second: the soak would last longer. */
export const RESTART_PAUSE = 200;

export const openDisturbedTown = async (): Promise<DisturbedTown> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-soak-'));
  const port = await findPorts(SUBGRAPHS.length + 3);
  const [postgresPort, redisPort] = [port + SUBGRAPHS.length + 1, port + SUBGRAPHS.length + 2];
  // What is written stands after a kill -9 without waiting for the disk as well: the machine goes on.
  const settings = { fsync: 'off', max_connections: '300' };
  const postgres = await createOwnPostgres({ folder, port: postgresPort, user: 'onefile', settings });
  const startStream = () => startRedis(redisPort, folder);
  let redis: ChildProcess = await startStream();
  const environment = {
    ONEFILE_DATA: join(folder, 'data'),
    PORT: String(port),
    LOG_LEVEL: 'error',
    ONEFILE_TODAY: '2026-11-22',
    DATABASE_URL: postgres.url,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    RATE_LIMIT: '0',
    RESTART_PAUSE: String(RESTART_PAUSE),
  };
  const services = startCommand('gateway/commands/services.ts', [], environment);
  await services.ready;
  const loaded = await runCommand('gateway/commands/load.ts', ['--demo'], environment);
  if (loaded.code !== 0) throw new Error(`The demo people could not be loaded: ${loaded.stdout}${loaded.stderr}`);

  const pidOf = (name: Victim): number =>
    Number([...services.printed().matchAll(new RegExp(`^\\[${name}\\] process (\\d+)$`, 'gm'))].at(-1)?.[1]);
  const killRedis = async () => {
    const exited = once(redis, 'exit');
    redis.kill('SIGKILL');
    await exited;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: postgres.url,
    dataFolder: environment.ONEFILE_DATA,
    async kill(victim, away) {
      if (victim === 'postgres') {
        await postgres.kill();
        return { isBack: later(away).then(() => postgres.start()) };
      }
      if (victim === 'redis') {
        await killRedis();
        const restart = async () => {
          await later(away);
          redis = await startStream();
        };
        return { isBack: restart() };
      }
      // One that was killed before may not have been started again yet.
      while (!isRunning(pidOf(victim))) await later(10);
      const pid = pidOf(victim);
      process.kill(pid, 'SIGKILL');
      while (isRunning(pid)) await later(10);
      return { isBack: Promise.resolve() };
    },
    runCommand: (file, args) => runCommand(file, args, environment),
    printed: () => services.printed(),
    async stop() {
      const { code } = await services.kill('SIGTERM');
      await killRedis();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
};
