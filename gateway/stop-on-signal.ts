/** Ctrl-C reaches a process more than once: from the terminal, and from each of npm and its like above it. */
const SAME_KEY_MS = 1_000;

/** Stops once on SIGINT or SIGTERM, and ends the process; a second signal, a second later or more, ends it at once. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stoppingSince: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (stoppingSince !== null) {
      if (now - stoppingSince > SAME_KEY_MS) process.exit(130);
      return;
    }
    stoppingSince = now;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`Stopping on ${signal} failed:`, error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
};
