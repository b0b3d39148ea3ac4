export interface LeaseWatch {
  /** Runs a statement, unless the lease has ended. */
  guard: <T>(statement: () => Promise<T>) => Promise<T>;
  /** Rejects when the lease lay idle for too long. */
  abandoned: Promise<never>;
  end: () => void;
}

/** A lease without a statement for `idleMs` is taken back, so that forgotten work does not hold its connection for ever. */
export const watchLease = (holder: string, idleMs: number): LeaseWatch => {
  let over: string | null = null;
  const isOver = () => over !== null;
  let running = 0;
  let timer: NodeJS.Timeout;
  let abandon: (reason: Error) => void;
  const abandoned = new Promise<never>((_resolve, reject) => {
    abandon = reject;
  });
  abandoned.catch(() => undefined);
  const startIdling = () => {
    timer = setTimeout(() => {
      over = `was taken back after ${idleMs} ms without a statement`;
      abandon(new Error(`The store lease of ${holder} ${over}.`));
    }, idleMs);
    timer.unref();
  };
  startIdling();
  return {
    abandoned,
    guard: async (statement) => {
      if (isOver()) throw new Error(`The store lease of ${holder} ${over}; its executor is no longer of use.`);
      running += 1;
      clearTimeout(timer);
      try {
        return await statement();
      } finally {
        running -= 1;
        if (running === 0 && !isOver()) startIdling();
      }
    },
    end: () => {
      clearTimeout(timer);
      over ??= 'has ended';
    },
  };
};
