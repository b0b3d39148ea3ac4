import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../support/config.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A command of the repository as a process of its own. */
export interface RunningCommand {
  readonly pid: number;
  /** All that it printed so far. */
  printed(): string;
  /** The address after `ready`; rejects with what it printed when it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts `file` under tsx with the environment given, and nothing else of this process's. */
export const startCommand = (
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): RunningCommand => {
  const { PATH, HOME } = readConfig();
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: ROOT,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, stdout, stderr };
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      const [, address] = /^ready (\S+)$/m.exec(stdout) ?? [];
      if (address !== undefined) resolve(address);
    });
    void ended.then((end) => reject(new Error(`${file} ended before it was ready: ${JSON.stringify(end)}`)));
  });
  ready.catch(() => undefined);
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  return {
    pid: child.pid ?? 0,
    printed: () => stdout + stderr,
    ready,
    ended,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

/** Runs a command to its end. */
export const runCommand = (
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> => startCommand(file, args, environment).ended;

const isFree = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(null))
      .listen(port, '127.0.0.1', () => {
        const { port: bound } = server.address() as AddressInfo;
        server.close(() => resolve(bound));
      });
  });

/** The first of `count` loopback ports in a row that nobody listens on. */
export const findPorts = async (count: number): Promise<number> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every((port) => port !== null)) return first;
  }
  throw new Error(`No ${count} free ports in a row.`);
};

/** Waits until `reached` gives something else than null; resolves to it and the milliseconds that it took. */
export const until = async <T>(
  what: string,
  reached: () => Promise<T | null>,
  milliseconds = 20_000,
): Promise<{ value: T; took: number }> => {
  const began = performance.now();
  for (;;) {
    const value = await reached();
    const took = performance.now() - began;
    if (value !== null) return { value, took };
    if (took > milliseconds) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
