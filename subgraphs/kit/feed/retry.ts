import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedLog } from './feed.ts';

/** Waits, or returns early when the signal fires. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

export interface Sleeper {
  sleep: (ms: number) => Promise<void>;
  /** Ends the sleep under way, else the next one. */
  wake: () => void;
}

export function createSleeper(): Sleeper {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        end = () => {
          clearTimeout(timer);
          end = undefined;
          woken = false;
          resolve();
        };
        const timer = setTimeout(end, woken ? 0 : ms);
      }),
    wake() {
      woken = true;
      end?.();
    },
  };
}

export interface Retry {
  /** Logs the first of a row of failures and waits longer after each. */
  failed(error: unknown): Promise<void>;
  succeeded(): void;
}

export interface RetryOptions {
  /** What is tried, e.g. `personal.relay`. */
  what: string;
  log: FeedLog;
  signal: AbortSignal;
  firstMs?: number;
  longestMs?: number;
}

/** Exponential back-off that logs an outage once, and its end once. */
export function createRetry({ what, log, signal, firstMs = 50, longestMs = 1_000 }: RetryOptions): Retry {
  let failures = 0;
  return {
    async failed(error) {
      if (signal.aborted) return;
      failures += 1;
      if (failures === 1) log.warn({ what, err: error }, 'interrupted, trying again');
      await pause(Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10)), signal);
    },
    succeeded() {
      if (failures > 0) log.info({ what, failures }, 'working again');
      failures = 0;
    },
  };
}
