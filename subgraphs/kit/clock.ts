const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The clock that is handed to everything. A pinned civil day repeats itself: the true time of day in Shanghai on that
 * day, so that all processes agree whenever they started.
 */
export const createClock = (pinnedDay: string | undefined): (() => Date) => {
  if (pinnedDay === undefined) return () => new Date();
  const midnight = Date.parse(`${pinnedDay}T00:00:00+08:00`);
  return () => new Date(midnight + ((Date.now() + SHANGHAI_OFFSET_MS) % DAY_MS));
};
