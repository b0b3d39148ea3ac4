import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { inheritedEnvironment } from '../support/config.ts';

export interface Child {
  /** The URL that it said it is ready at. */
  url: string;
  /** CPU seconds used so far, user and system. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

const TICKS_PER_SECOND = 100;

/** Starts a TypeScript file as a process, and waits until it prints `ready <url>`. */
export const startChild = async (file: URL, environment: Readonly<Record<string, string>>): Promise<Child> => {
  const child = spawn(process.execPath, ['--import', 'tsx', file.pathname], {
    env: { ...inheritedEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file.pathname} ended with ${String(code)}.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, ready] = /^ready (\S+)/.exec(line) ?? [];
      if (ready !== undefined) resolve(ready);
    });
  });
  return {
    url,
    cpuSeconds: async () => {
      // Fields 14 and 15 of proc(5) stat, behind the command in parentheses.
      const text = await readFile(`/proc/${String(child.pid)}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
};
