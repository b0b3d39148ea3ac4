import { badInput } from '../../../schema/errors.ts';
import type { MandateInput } from '../schema.generated.ts';
import { toUscc } from './query.ts';

const MAX_SERVICES = 100;
const MAX_YEARS = 3;

export interface CheckedMandate {
  uscc: string;
  handler: string;
  services: readonly string[];
  until: string;
}

const toServices = (services: readonly string[]): string[] => {
  const codes = [...new Set(services)].sort();
  if (codes.length === 0 || codes.length > MAX_SERVICES) {
    throw badInput('input.services', 'COUNT', `A mandate covers 1 to ${MAX_SERVICES} services.`);
  }
  if (!codes.every((code) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(code))) {
    throw badInput('input.services', 'CODE', 'A service is named by its code, e.g. food-permit-new.');
  }
  return codes;
};

/** The same month and day, years on; as a bound it need not be a day of the calendar. */
const yearsAfter = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

const toUntil = (until: string, today: string): string => {
  if (until > today && until <= yearsAfter(today, MAX_YEARS)) return until;
  throw badInput('input.until', 'RANGE', `A mandate ends after today and within ${MAX_YEARS} years.`);
};

/** Checks what can be checked without asking who is who. Throws BAD_USER_INPUT. */
export const checkMandateInput = (input: MandateInput, today: string): CheckedMandate => ({
  uscc: toUscc('input.uscc', input.uscc),
  handler: input.handler,
  services: toServices(input.services),
  until: toUntil(input.until, today),
});
