import type { Day } from '../../subgraphs/kit/civil/day.ts';

/** As stores keep a day: null for what lies before or after all days. */
export const toStored = (day: Day): number | null => (Number.isFinite(day) ? day : null);
export const sinceOf = (stored: number | null): Day => stored ?? -Infinity;
export const untilOf = (stored: number | null): Day => stored ?? Infinity;
