/**
 * JSON text that is the same for equal values, in whatever order their keys were written: keys are sorted by UTF-16 code
 * units at every depth (RFC 8785 §3.2.3), and what JSON leaves out (`undefined`) is left out.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => sorted(part));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
