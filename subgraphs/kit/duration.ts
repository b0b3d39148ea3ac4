const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A PostgreSQL interval of an ISO 8601 duration, e.g. `P3Y` or `PT12H`; throws on anything else. */
export const toInterval = (duration: string): string => {
  const parts = DURATION.exec(duration)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) {
    throw new TypeError(`Expected an ISO 8601 duration such as P3Y, but got: ${duration}`);
  }
  const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'];
  return parts.flatMap((part, index) => (part === undefined ? [] : [`${part} ${units[index] ?? ''}`])).join(' ');
};
