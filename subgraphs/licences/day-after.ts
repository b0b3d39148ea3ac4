const DAY_MS = 86_400_000;

/** The civil day after another, YYYY-MM-DD; counted in UTC, where every day has 24 hours. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
