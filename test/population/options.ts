import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseDay, type Day } from './days.ts';
import { MOST_CITIZENS } from './numbers/id-number.ts';
import type { CityOrder } from './write-city.ts';

export const USAGE = `usage: population -- --citizens N [--enterprises M] --seed S [--messy P] [--months K] [--today YYYY-MM-DD] [--gzip] --out DIR
       population -- --citizens N --seed S --story K   prints the life of the person with serial K`;

/** The day of the demonstration, as suites have it: the same seed gives the same city whenever it is asked for. */
const TODAY = '2026-11-22';
/** One enterprise to so many citizens, where nothing else is said. */
const CITIZENS_OF_ENTERPRISE = 14;

/** Contributions, bills and bookings of so many months; years before are summed up. */
const MONTHS = 24;

const whole = z.coerce.number().int().min(0);
const schema = z.strictObject({
  citizens: whole.min(1).max(MOST_CITIZENS),
  enterprises: whole.max(100_000_000).optional(),
  seed: whole,
  months: whole.max(600).default(MONTHS),
  messy: z.coerce.number().min(0).max(1).default(0),
  today: z
    .string()
    .regex(/^20\d\d-\d\d-\d\d$/)
    .default(TODAY),
  gzip: z.boolean().default(false),
  out: z.string().min(1).optional(),
  story: whole.optional(),
});

export interface Order extends CityOrder {
  story: number | null;
}

/** Reads the command line. Throws an Error that says what was wrong. */
export const readOrder = (args: readonly string[]): Order => {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      citizens: string,
      enterprises: string,
      seed: string,
      messy: string,
      months: string,
      today: string,
      out: string,
      story: string,
      gzip: { type: 'boolean' },
    },
  });
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
  }
  const { citizens, seed, messy, months, gzip, out, story } = parsed.data;
  if (out === undefined && story === undefined) throw new Error('--out is missing: the folder that the drops go to.');
  const today: Day = parseDay(parsed.data.today);
  const enterprises = parsed.data.enterprises ?? Math.ceil(citizens / CITIZENS_OF_ENTERPRISE);
  return { citizens, enterprises, seed, messy, months, gzip, today, folder: out ?? '', story: story ?? null };
};
