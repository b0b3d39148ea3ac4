const NOON_IN_SHANGHAI = 'T12:00:00+08:00';

/**
 * The clock that is handed to everything. With a pinned civil day it stands on that day, at the time since it was made
 * counted from noon, so that seals and leases still run out.
 */
export const createClock = (pinnedDay: string | undefined): (() => Date) => {
  if (pinnedDay === undefined) return () => new Date();
  const start = Date.now();
  const noon = Date.parse(pinnedDay + NOON_IN_SHANGHAI);
  return () => new Date(noon + (Date.now() - start));
};
