import type { ChildProcess } from 'node:child_process';
import { SUBGRAPHS } from '../../schema/sdl.ts';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../../gateway/issuer/issuer.ts';
import { createScratchPostgres, type ScratchPostgres } from '../support/servers.ts';
import { findPorts, startCommand, until } from './command.ts';
import { layCable, startRedis, type Cable } from './cut-off.ts';

export const REGISTRIES = SUBGRAPHS;
export type Registry = (typeof REGISTRIES)[number];

/** `npm run services` on a database and a Redis of its own, each of which can be taken away. */
export interface RunningServices {
  readonly url: string;
  readonly folder: string;
  /** What commands beside the services need. */
  readonly environment: Readonly<Record<string, string>>;
  readonly issuer: DevelopmentIssuer;
  /** The scratch database without the cable before it. */
  readonly databaseUrl: string;
  readonly cable: Cable;
  urlOf(registry: Registry): string;
  pidOf(name: Registry | 'gateway'): number;
  isAlive(name: Registry | 'gateway'): boolean;
  /** kill -9; resolves when the process is gone. */
  kill(registry: Registry): Promise<void>;
  /** Resolves when a registry that was killed is ready again, without anybody's doing. */
  comesBack(registry: Registry): Promise<void>;
  killRedis(): Promise<void>;
  startRedis(): Promise<void>;
  stop(): Promise<{ code: number | null; printed: string }>;
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const gone = async (pid: number): Promise<void> => {
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
};

export const startServices = async (postgresUrl: string): Promise<RunningServices> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-services-'));
  const scratch: ScratchPostgres = await createScratchPostgres(postgresUrl);
  const direct = new URL(scratch.url);
  const cable = await layCable(direct.hostname, Number(direct.port || 5432));
  const throughCable = new URL(direct);
  throughCable.hostname = '127.0.0.1';
  throughCable.port = String(cable.port);
  const port = await findPorts(REGISTRIES.length + 2);
  const redisPort = port + REGISTRIES.length + 1;
  let redis: ChildProcess = await startRedis(redisPort);
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ONEFILE_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ONEFILE_TODAY: '2026-11-22',
    DATABASE_URL: throughCable.href,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    // Time enough to see what is lost meanwhile.
    RESTART_PAUSE: '3000',
  };
  const command = startCommand('gateway/commands/services.ts', [], environment);
  const killed = new Map<string, number>();

  const pidOf = (name: string): number =>
    Number([...command.printed().matchAll(new RegExp(`^\\[${name}\\] process (\\d+)$`, 'gm'))].at(-1)?.[1]);
  const urlOf = (registry: Registry) => `http://127.0.0.1:${port + 1 + REGISTRIES.indexOf(registry)}`;

  await command.ready;
  return {
    url,
    folder,
    environment,
    issuer: await createDevelopmentIssuer({ dataFolder: folder, port, audience: 'onefile', isProduction: false }),
    databaseUrl: scratch.url,
    cable,
    urlOf,
    pidOf,
    isAlive: (name) => isRunning(pidOf(name)),
    async kill(registry) {
      const pid = pidOf(registry);
      killed.set(registry, pid);
      process.kill(pid, 'SIGKILL');
      await gone(pid);
    },
    async comesBack(registry) {
      await until(
        `${registry} is started again`,
        async () => {
          const answer = await fetch(new URL('/readyz', urlOf(registry))).catch(() => null);
          return pidOf(registry) !== killed.get(registry) && answer?.ok === true ? true : null;
        },
        60_000,
      );
    },
    async killRedis() {
      redis.kill('SIGKILL');
      await once(redis, 'exit');
    },
    async startRedis() {
      redis = await startRedis(redisPort);
    },
    async stop() {
      const { code, stdout, stderr } = await command.kill('SIGTERM');
      redis.kill('SIGKILL');
      await cable.cut();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
      return { code, printed: stdout + stderr };
    },
  };
};
