import type { LeaseOptions } from './store.ts';

export interface LeaseQueue {
  /** Resolves to the function that gives the slot back; calling it again does nothing. */
  acquire(options: LeaseOptions): Promise<() => void>;
  /** Refuses whoever waits and whoever comes. */
  close(reason: Error): void;
}

export interface LeaseQueueOptions {
  /** What is waited for, as errors name it: `the embedded store`. */
  resource: string;
  slots: number;
  /** How many slots bulk leases may hold at once. */
  bulkSlots: number;
  timeoutMs: number;
}

interface Holding {
  holder: string;
  bulk: boolean;
  since: number;
}

interface Waiter extends Holding {
  admit: () => void;
  refuse: (reason: Error) => void;
}

/** Somebody waited too long for a connection; the message names who holds it. */
export class LeaseTimeoutError extends Error {
  override readonly name = 'LeaseTimeoutError';
}

const describeHoldings = (holdings: ReadonlySet<Holding>): string =>
  [...holdings].map(({ holder, since }) => `${holder} since ${new Date(since).toISOString()}`).join(', ') || 'nobody';

/**
 * Hands out slots first come, first served, `interactive` before `bulk`. A bulk lease that has waited a tenth of the
 * timeout takes its turn like an interactive one, so that a steady stream of reads does not starve a load; it may wait
 * twelve times as long, as a load has nobody before a screen.
 */
export const createLeaseQueue = ({ resource, slots, bulkSlots, timeoutMs }: LeaseQueueOptions): LeaseQueue => {
  const held = new Set<Holding>();
  const waiting: Waiter[] = [];
  let closed: Error | null = null;

  const findNext = (): Waiter | undefined => {
    const bulkFits = [...held].filter(({ bulk }) => bulk).length < bulkSlots;
    const aged = Date.now() - timeoutMs / 10;
    return (
      waiting.find(({ bulk, since }) => !bulk || (bulkFits && since <= aged)) ??
      waiting.find(({ bulk }) => bulk && bulkFits)
    );
  };
  const leave = (waiter: Waiter) => {
    const at = waiting.indexOf(waiter);
    if (at >= 0) waiting.splice(at, 1);
  };
  const admitWaiting = () => {
    while (held.size < slots) {
      const next = findNext();
      if (next === undefined) return;
      leave(next);
      held.add(next);
      next.admit();
    }
  };

  return {
    acquire: ({ holder, priority }) =>
      new Promise((resolve, reject) => {
        if (closed !== null) {
          reject(closed);
          return;
        }
        const patienceMs = priority === 'bulk' ? timeoutMs * 12 : timeoutMs;
        const timer = setTimeout(() => {
          leave(waiter);
          reject(
            new LeaseTimeoutError(
              `${holder} waited ${patienceMs} ms for ${resource}, held by ${describeHoldings(held)}.`,
            ),
          );
        }, patienceMs);
        const waiter: Waiter = {
          holder,
          bulk: priority === 'bulk',
          since: Date.now(),
          admit: () => {
            clearTimeout(timer);
            waiter.since = Date.now();
            resolve(() => {
              if (held.delete(waiter)) admitWaiting();
            });
          },
          refuse: (reason) => {
            clearTimeout(timer);
            reject(reason);
          },
        };
        waiting.push(waiter);
        admitWaiting();
      }),
    close: (reason) => {
      closed = reason;
      for (const waiter of waiting.splice(0)) waiter.refuse(reason);
    },
  };
};
