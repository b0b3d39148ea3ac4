import { checkDate } from '../kit/ingest/check/date.ts';
import { checkIdNumber } from '../kit/ingest/check/id-number.ts';
import { checkDecimal } from '../kit/ingest/check/number.ts';
import { canonicalJson } from '../kit/canonical-json.ts';
import type { ColumnHook, IngestHooks, PreparedRow, PrepareHook } from '../kit/ingest/hooks.ts';
import { dayAfter } from './day-after.ts';
import { KINDS, type AttributeKind } from './kinds.ts';
import type { LicencesDB } from './repository.ts';
import { isCitizenId } from './subjects.ts';

/** 有效期至 is the last valid day; intervals here are half-open, so the day after it is kept. */
const untilAfter: ColumnHook = ([text = null]) => {
  if (text === null) return null;
  const checked = checkDate(text);
  return checked.ok ? dayAfter(checked.value) : { reject: checked.code };
};

const OF_ID_NUMBER = [...KINDS.values()].flatMap(({ number }) =>
  number?.form === 'ID_NUMBER' ? [new RegExp(number.pattern, 'u')] : [],
);

/**
 * 证照编号 beside 持证主体代码. One that is, or begins with, the holder's ID number is not kept: `personal` alone keeps ID
 * numbers. With somebody else's it is the number of another licence.
 */
const licenceNumber: ColumnHook = ([text = null, holder = null]) => {
  if (text === null) return null;
  const number = text.toUpperCase();
  const idNumber = number.slice(0, 18);
  const isIdNumber = OF_ID_NUMBER.some((pattern) => pattern.test(number)) && checkIdNumber(idNumber).ok;
  if (!isIdNumber) return number;
  const held = checkIdNumber(holder ?? '');
  return held.ok && held.value === idNumber ? null : { reject: 'BAD_DOCUMENT_NUMBER' };
};

const ATTRIBUTES: ReadonlyMap<string, AttributeKind> = new Map(
  [...KINDS.values()].flatMap(({ attributes }) => attributes.map((attribute) => [attribute.name, attribute] as const)),
);

const checkAttribute = (type: AttributeKind['type'], text: string) => {
  if (type === 'DATE') return checkDate(text);
  if (type === 'NUMBER') return checkDecimal(text, { min: 0, max: 1e9, percent: false });
  return { ok: true, value: text } as const;
};

/** The columns that are headed by attributes' names, by code, as JSON; null when none is filled. */
const attributes: ColumnHook = (texts, columns) => {
  const values: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    const attribute = ATTRIBUTES.get(column);
    const text = texts[index] ?? null;
    if (attribute === undefined) throw new Error(`No kind of licences has the attribute ${column}.`);
    if (text === null) continue;
    const checked = checkAttribute(attribute.type, text);
    if (!checked.ok) return { reject: checked.code };
    values[attribute.code] = checked.value;
  }
  return Object.keys(values).length === 0 ? null : canonicalJson(values);
};

/** Sets licences aside that cannot be: of the wrong holder, without a day in their term, with a number or detail of another kind. */
const checkLicences: PrepareHook<LicencesDB> = (rows) => {
  for (const row of rows) checkLicence(row);
  return Promise.resolve();
};

const checkLicence = (row: PreparedRow): void => {
  const kind = KINDS.get(row.get('kind') ?? '');
  const holder = row.get('holder');
  // A deletion names no more than the record.
  if (kind === undefined || holder === null) return;
  if (isCitizenId(holder) !== (kind.holder === 'CITIZEN')) {
    row.reject('WRONG_HOLDER', null);
    return;
  }
  const [begins, ends] = [row.get('valid_from') ?? row.get('issued_on'), row.get('valid_until')];
  if (begins !== null && ends !== null && ends <= begins) row.reject('ENDS_BEFORE_START', null);
  if (!fitsNumber(kind.number, row.get('number'), holder)) row.reject('BAD_DOCUMENT_NUMBER', null);
  const given = Object.keys(JSON.parse(row.get('attributes') ?? '{}') as Record<string, string>);
  if (given.some((code) => !kind.attributes.some((attribute) => attribute.code === code)))
    row.reject('NOT_OF_KIND', null);
};

type NumberRule = NonNullable<ReturnType<typeof KINDS.get>>['number'];

const fitsNumber = (rule: NumberRule, number: string | null, holder: string): boolean => {
  if (rule === null) return true;
  if (rule.form === 'ID_NUMBER') return number === null;
  if (rule.form === 'USCC') return number === holder;
  return number !== null && new RegExp(rule.pattern, 'u').test(number);
};

/** Sets endorsements aside that end before they begin, or that licences of the kind do not carry. */
const checkEndorsements: PrepareHook<LicencesDB> = (rows) => {
  for (const row of rows) {
    const [begins, ends] = [row.get('valid_from'), row.get('valid_until')];
    if (begins !== null && ends !== null && ends <= begins) row.reject('ENDS_BEFORE_START', null);
    const known = KINDS.get(row.get('licence_kind') ?? '')?.endorsements ?? [];
    if (row.get('licence_kind') !== null && !known.some(({ code }) => code === row.get('kind')))
      row.reject('NOT_OF_KIND', null);
  }
  return Promise.resolve();
};

/** What the sources of this registry name beside their columns. */
export const hooks: IngestHooks<LicencesDB> = {
  columns: { untilAfter, licenceNumber, attributes },
  prepare: { checkLicences, checkEndorsements },
};
