import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../support/config.ts';

export interface HoldingProcess {
  pid: number;
  /** The next thing it says. */
  hear(): Promise<unknown>;
  say(word: string): void;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Runs a program of this folder in a process of its own, that can be killed. */
export const startProcess = (program: string, ...parameters: string[]): HoldingProcess => {
  const child: ChildProcess = fork(fileURLToPath(new URL(program, import.meta.url)), parameters, {
    execArgv: ['--import', 'tsx'],
    env: { PATH: readConfig().PATH },
  });
  const heard: unknown[] = [];
  const ears: ((message: unknown) => void)[] = [];
  child.on('message', (message) => {
    const ear = ears.shift();
    if (ear) ear(message);
    else heard.push(message);
  });
  return {
    pid: child.pid ?? 0,
    hear: () => (heard.length > 0 ? Promise.resolve(heard.shift()) : new Promise((resolve) => ears.push(resolve))),
    say: (word) => void child.send(word),
    kill: async (signal = 'SIGKILL') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
};

export const createFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'onefile-store-'));
