import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SupervisedProcessOptions {
  name: string;
  /** Starts it once. It says `ready …` on a line of standard output. */
  start: () => ChildProcessByStdio<null, Readable, Readable>;
  /** Milliseconds before it is started again; doubles with each time that it did not last, up to thirtyfold. */
  pause: number;
  print: (line: string) => void;
}

export interface SupervisedProcess {
  /** Resolves when it is ready for the first time. */
  ready: Promise<void>;
  /** Rejects, with its last output, when it could not start five times in a row; resolves when it was stopped. */
  ended: Promise<void>;
  /** SIGTERM, and SIGKILL when that does not end it. */
  stop(): Promise<void>;
}

const MOST_FAILURES = 5;
const LONGEST_PAUSES = 30;
const LAST_LINES = 40;
/** Longer than a process takes to drain. */
const PATIENCE_MS = 15_000;

/** Keeps a process running: whenever it ends it is started again, after a pause that grows while it does not last. */
export const superviseProcess = ({ name, start, pause, print }: SupervisedProcessOptions): SupervisedProcess => {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const longest = pause * LONGEST_PAUSES;
  let child: ReturnType<typeof start> | null = null;
  let onFirstReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    onFirstReady = resolve;
  });

  /** One life of the process: how it ended, how long it was ready, and what it said last. */
  const live = async (): Promise<{ end: string; readyFor: number | null; lines: readonly string[] }> => {
    const lines: string[] = [];
    const since: { ready?: number } = {};
    const process = (child = start());
    print(`[${name}] process ${String(process.pid)}`);
    for (const stream of [process.stdout, process.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        print(`[${name}] ${line}`);
        lines.push(line);
        if (lines.length > LAST_LINES) lines.shift();
        if (stream !== process.stdout || !line.startsWith('ready ')) return;
        since.ready = performance.now();
        onFirstReady();
      });
    }
    const [code, signal] = (await once(process, 'close')) as [number | null, NodeJS.Signals | null];
    child = null;
    return {
      end: String(code ?? signal),
      readyFor: since.ready === undefined ? null : performance.now() - since.ready,
      lines,
    };
  };

  const keepAlive = async (): Promise<void> => {
    let failures = 0;
    let next = pause;
    for (;;) {
      const { end, readyFor, lines } = await live();
      if (isStopping()) return;
      failures = readyFor === null ? failures + 1 : 0;
      if (failures === MOST_FAILURES) {
        throw new Error(`${name} could not start ${failures} times in a row. Its last output:\n${lines.join('\n')}`);
      }
      if (readyFor !== null && readyFor > longest) next = pause;
      print(`[${name}] ended with ${end}, and starts again in ${next / 1_000} s`);
      await sleep(next, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (isStopping()) return;
      next = Math.min(next * 2, longest);
    }
  };

  const ended = keepAlive();
  ended.catch(() => undefined);
  return {
    ready,
    ended,
    async stop() {
      stopping.abort();
      child?.kill('SIGTERM');
      const killing = setTimeout(() => child?.kill('SIGKILL'), PATIENCE_MS);
      await ended.catch(() => undefined);
      clearTimeout(killing);
    },
  };
};
