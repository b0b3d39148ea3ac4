import { z } from 'zod';
import { code, refuseTwice, text } from './words.ts';

export const OFFICE_KINDS = [
  'SERVICE_CENTRE',
  'COMMUNITY_CENTRE',
  'POLICE',
  'ENTRY_EXIT',
  'VEHICLE',
  'TAX',
  'REAL_ESTATE',
  'HOUSING_FUND',
  'MARRIAGE',
  'NOTARY',
  'SOCIAL_INSURANCE',
  'MEDICAL_INSURANCE',
] as const;

export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d';

/** `09:00-11:30`, Shanghai time, half-open. */
const opening = z
  .string()
  .regex(new RegExp(`^${CLOCK}-${CLOCK}$`, 'u'), 'expected opening hours such as 09:00-11:30')
  .transform((span) => ({ from: span.slice(0, 5), until: span.slice(6) }))
  .refine(({ from, until }) => from < until, 'expected an opening that ends after it begins');

const hours = z.partialRecord(z.enum(WEEKDAYS), z.array(opening).min(1)).superRefine((days, context) => {
  for (const [day, openings] of Object.entries(days)) {
    const overlaps = openings.findIndex((each, index) => index > 0 && each.from < (openings[index - 1]?.until ?? ''));
    if (overlaps > 0)
      context.addIssue({ code: 'custom', path: [day, overlaps], message: 'expected openings one after the other' });
  }
});

const office = z.strictObject({
  code,
  kind: z.enum(OFFICE_KINDS),
  name: text,
  nameEn: text,
  address: text,
  /** WGS 84, degrees. */
  longitude: z.number().min(120.8).max(122.1),
  latitude: z.number().min(30.6).max(31.9),
  hours,
  /** Days on which it is shut although its hours say otherwise, beside the public holidays. */
  closed: z.array(z.iso.date('expected a day as YYYY-MM-DD')).default([]),
  /** Counters that take appointments at the same time. */
  counters: z.number().int().min(1).max(100),
  slotMinutes: z.number().int().min(5).max(120),
  /** Whether it takes people of the whole city and not of its district alone. */
  cityWide: z.boolean().default(false),
});

export const officesFile = z.strictObject({
  /** GB/T 2260. */
  district: z.string().regex(/^31\d{4}$/u, 'expected a GB/T 2260 code of Shanghai'),
  offices: z
    .array(office)
    .min(1)
    .superRefine(refuseTwice('offices', (entry) => entry.code)),
});

/** Days on which no office opens. */
export const closedDaysFile = z.array(
  z.strictObject({ date: z.iso.date('expected a day as YYYY-MM-DD'), name: text, nameEn: text }),
);

export interface Opening {
  /** `HH:MM`, Shanghai time. */
  from: string;
  until: string;
}

/** A counter hall. `closed` holds its own closed days and the public holidays, sorted. */
export interface OfficeEntry extends Omit<z.infer<typeof office>, 'hours'> {
  district: string;
  hours: Readonly<Partial<Record<Weekday, readonly Opening[]>>>;
}
