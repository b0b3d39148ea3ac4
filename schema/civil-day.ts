/** Shanghai has kept UTC+8 without daylight saving since 1991; today's civil day needs no time-zone table. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The civil day in Asia/Shanghai at an instant, YYYY-MM-DD. */
export const civilDay = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** Milliseconds since the epoch at which the civil day of `at` ends in Shanghai. */
export const endOfCivilDay = (at: Date): number =>
  (Math.floor((at.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS) + 1) * DAY_MS - SHANGHAI_OFFSET_MS;

/** Whether `day` lies in the half-open interval [since, until); a null `until` is open-ended. */
export const holdsOn = (day: string, since: string, until: string | null): boolean =>
  since <= day && (until === null || day < until);
