const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const partsOf = (duration: string): readonly (string | undefined)[] => {
  const parts = DURATION.exec(duration)?.slice(1);
  if (parts === undefined || parts.join('') === '') {
    throw new TypeError(`Expected an ISO 8601 duration such as P3Y, but got: ${duration}`);
  }
  return parts;
};

/** A PostgreSQL interval of an ISO 8601 duration, e.g. `P3Y` or `PT12H`; throws on anything else. */
export const toInterval = (duration: string): string => {
  const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'];
  return partsOf(duration)
    .flatMap((part, index) => (part === undefined ? [] : [`${part} ${units[index] ?? ''}`]))
    .join(' ');
};

/** The instant a duration after another, counted in UTC. */
export const addDuration = (at: Date, duration: string): Date => {
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = partsOf(duration).map(
    (part) => Number(part ?? 0),
  );
  const sum = new Date(at);
  sum.setUTCFullYear(sum.getUTCFullYear() + years, sum.getUTCMonth() + months, sum.getUTCDate() + weeks * 7 + days);
  sum.setUTCHours(sum.getUTCHours() + hours, sum.getUTCMinutes() + minutes, sum.getUTCSeconds() + seconds);
  return sum;
};
