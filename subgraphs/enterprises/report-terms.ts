import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const terms = z
  .array(
    z.strictObject({
      year: z.int(),
      monthDay: z
        .string()
        .regex(/^\d\d-\d\d$/)
        .optional(),
      on: z.iso.date().optional(),
      citation: z.string().min(1),
    }),
  )
  .parse(parse(readFileSync(new URL('report-terms.yaml', import.meta.url), 'utf8')))
  .sort((one, other) => other.year - one.year);

/** The last day for the annual report of a year. Years before the first rule are taken by the latest one's month and day. */
export const reportDueOn = (year: number): string => {
  const term = terms.find((each) => each.year <= year) ?? terms[0];
  return term?.on ?? `${String(year + 1)}-${term?.monthDay ?? '06-30'}`;
};
