import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowSchema = z.record(z.string(), z.union([scalar, z.array(z.union([z.string(), z.number()]))]));

/** The values of one line of NDJSON by name, as texts (lists joined by `separator`), or null when it is not a flat object. */
export const parseJsonRecord = (
  text: string,
  separatorOf: (name: string) => string,
): ReadonlyMap<string, string> | null => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const row = rowSchema.safeParse(json);
  if (!row.success) return null;
  return new Map(
    Object.entries(row.data).map(([name, value]) => [
      name,
      value === null ? '' : Array.isArray(value) ? value.join(separatorOf(name)) : String(value),
    ]),
  );
};
