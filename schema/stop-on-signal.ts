/** Ctrl-C reaches a process more than once: from the terminal, and from each of npm and its like above it. */
const SAME_KEY_MS = 1_000;

/**
 * Stops once on SIGINT or SIGTERM, or when the process that started this one and holds its channel is gone, and ends the
 * process; a second signal, a second later or more, ends it at once.
 */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stoppingSince: number | null = null;
  const onSignal = (signal: string) => {
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
  process.on('disconnect', () => {
    // Nobody reads any more what this process prints.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    onSignal('the end of its parent');
  });
};
