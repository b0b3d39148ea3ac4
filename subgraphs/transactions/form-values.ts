import { z } from 'zod';
import { badInput } from '../../schema/errors.ts';
import { DateScalar } from '../../schema/scalars.ts';
import { checkIdNumber } from '../kit/ingest/check/id-number.ts';
import { checkUscc } from '../kit/ingest/check/uscc.ts';
import type { FormFieldEntry } from './catalogue/service-catalogue.ts';
import type { FormValueRow } from './rows.ts';

/** What is kept of a value, or the reason for which it is refused. */
type Checked = { value: string } | { reason: string };

const MAX_LINE = 200;
const MAX_ADDRESS = 300;
const MAX_TEXT = 4000;

const text =
  (max: number, lines = false) =>
  (value: string): Checked => {
    const trimmed = value.normalize('NFC').trim();
    if ([...trimmed].length > max) return { reason: 'LENGTH' };
    return !lines && /[\r\n]/u.test(trimmed) ? { reason: 'LINES' } : { value: trimmed };
  };

const pattern =
  (shape: RegExp, reason: string) =>
  (value: string): Checked =>
    shape.test(value.trim()) ? { value: value.trim() } : { reason };

const day = (value: string): Checked => {
  try {
    return { value: DateScalar.parseValue(value.trim()) };
  } catch {
    return { reason: 'DATE' };
  }
};

const coded = (checked: { ok: true; value: string } | { ok: false }, reason: string): Checked =>
  checked.ok ? { value: checked.value } : { reason };

const email = z.email().max(254);

const CHECKS: Readonly<Record<FormFieldEntry['type'], (value: string, field: FormFieldEntry) => Checked>> = {
  TEXT: text(MAX_LINE),
  LONG_TEXT: text(MAX_TEXT, true),
  ADDRESS: text(MAX_ADDRESS),
  DATE: day,
  NUMBER: pattern(/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/u, 'NUMBER'),
  MONEY: pattern(/^(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/u, 'MONEY'),
  BOOLEAN: pattern(/^(?:true|false)$/u, 'BOOLEAN'),
  CHOICE: (value, { options = [] }) => (options.some(({ code }) => code === value) ? { value } : { reason: 'CHOICE' }),
  // A mainland mobile or landline number, or one of E.164.
  PHONE: pattern(/^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\+[1-9]\d{6,14})$/u, 'PHONE'),
  EMAIL: (value) => (email.safeParse(value.trim()).success ? { value: value.trim() } : { reason: 'EMAIL' }),
  ID_NUMBER: (value) => coded(checkIdNumber(value.trim()), 'ID_NUMBER'),
  USCC: (value) => coded(checkUscc(value.trim()), 'USCC'),
};

const at = (field: string): string => `form.${field}`;

export interface GivenValue {
  field: string;
  value?: string | null | undefined;
  prefilledFrom?: string | null | undefined;
}

/** Checks what is filled in against the form of a service; an empty value is none. Throws BAD_USER_INPUT with `form.<code>`. */
export const checkFormValues = (form: readonly FormFieldEntry[], given: readonly GivenValue[]): FormValueRow[] => {
  const seen = new Set<string>();
  return given.map(({ field: code, value = null, prefilledFrom = null }) => {
    const field = form.find((each) => each.code === code);
    if (field === undefined)
      throw badInput(at(code.slice(0, 64)), 'UNKNOWN', 'The form of this service has no such field.');
    if (seen.has(code)) throw badInput(at(code), 'TWICE', 'This field is given twice.');
    seen.add(code);
    if (prefilledFrom !== null && prefilledFrom !== field.item) {
      throw badInput(at(code), 'ITEM', 'This field is not filled in from that datum.');
    }
    if (value === null || value.trim() === '') return { field: code, value: null, prefilledFrom: null };
    const checked = CHECKS[field.type](value, field);
    if ('reason' in checked)
      throw badInput(at(code), checked.reason, `This is not a value of the type ${field.type}, or too long.`);
    return { field: code, value: checked.value, prefilledFrom };
  });
};

/** Throws BAD_USER_INPUT for the first required field that is not filled in. */
export const checkComplete = (
  form: readonly FormFieldEntry[],
  values: readonly Pick<FormValueRow, 'field' | 'value'>[],
): void => {
  const filled = new Set(values.flatMap(({ field, value }) => (value === null ? [] : [field])));
  const lacking = form.find(({ code, required }) => required && !filled.has(code));
  if (lacking !== undefined) throw badInput(at(lacking.code), 'REQUIRED', 'This field must be filled in.');
};
