import { civilDay } from '../../schema/civil-day.ts';
import { createCodeCheck } from '../kit/ingest/check/code.ts';
import { checkDate, checkDateTime, isCivilDate } from '../kit/ingest/check/date.ts';
import { checkIdNumber } from '../kit/ingest/check/id-number.ts';
import { checkDecimal } from '../kit/ingest/check/number.ts';
import type { ColumnHook, IngestHooks } from '../kit/ingest/hooks.ts';
import type { ReasonCode } from '../kit/ingest/reasons.ts';
import { toArrayLiteral } from '../kit/store/copy-line.ts';
import type { ArchiveDB } from './repository.ts';
import type { InsuranceKind } from './schema.generated.ts';

const reject = (code: ReasonCode): { reject: ReasonCode } => ({ reject: code });

const ANY_DECIMAL = { min: -Infinity, max: Infinity, percent: false };

/** The canonical form of a text whose column was checked already; null where it is empty. */
const dayOf = (text: string | null | undefined): string | null => {
  const checked = checkDate(text ?? '');
  return checked.ok ? checked.value : null;
};
const instantOf = (text: string | null | undefined): string | null => {
  const checked = checkDateTime(text ?? '');
  return checked.ok ? checked.value : null;
};
const dayOfInstant = (text: string | null | undefined): string | null => {
  const instant = instantOf(text);
  return instant === null ? null : civilDay(new Date(instant));
};

/** GB 11643: digits 7 to 14 are the birth date. Birth dates are kept by `personal`; the number of the row tells it here. */
const birthOf = (idNumber: string | null | undefined): string | null => {
  const checked = checkIdNumber(idNumber ?? '');
  return checked.ok ? dayOf(checked.value.slice(6, 14)) : null;
};

/** First day of a month written as `2026-10`, `202610` or `2026年10月`. */
const firstDayOf = (text: string | null | undefined): string | null => {
  const [, year = '', month = ''] = /^(\d{4})(?:[-/.年]?)(\d{1,2})月?$/.exec(text ?? '') ?? [];
  return isCivilDate(Number(year), Number(month), 1) ? `${year}-${month.padStart(2, '0')}-01` : null;
};

const isBefore = (one: string | null, other: string | null): boolean => one !== null && other !== null && one < other;

/** [day, the day before which it cannot be] → the day. */
const notBefore =
  (read: (text: string | null | undefined) => string | null, code: ReasonCode): ColumnHook =>
  ([day, bound]) => {
    const value = dayOf(day);
    return isBefore(value, read(bound)) ? reject(code) : value;
  };

const toMonth = (text: string | null) => (text === null ? null : (firstDayOf(text) ?? reject('BAD_MONTH')));

/** [month] → its first day. */
const month: ColumnHook = ([text]) => toMonth(text ?? null);

/** [month, ID number] → first day of the month. */
const monthOfLife: ColumnHook = ([text, idNumber]) => {
  const first = toMonth(text ?? null);
  const birth = birthOf(idNumber);
  return typeof first === 'string' && isBefore(first.slice(0, 7), birth?.slice(0, 7) ?? null)
    ? reject('BEFORE_BIRTH')
    : first;
};

/** [instant of payment, month] → the instant. */
const paidAtInMonth: ColumnHook = ([paidAt, period]) =>
  isBefore(dayOfInstant(paidAt), firstDayOf(period)) ? reject('PAID_TOO_EARLY') : instantOf(paidAt);

/** [day of settlement, year] → the day. */
const settledInYear: ColumnHook = ([settledOn, year]) => {
  const day = dayOf(settledOn);
  return isBefore(day, year === null ? null : `${year ?? ''}-01-01`) ? reject('PAID_TOO_EARLY') : day;
};

const UNDECIDED: ReadonlySet<string> = new Set(['未处理', '已撤销']);

/** [day on which the decision was received, instant of the violation, state] → the day: what is decided has one. */
const served: ColumnHook = ([servedOn, at, state]) => {
  const day = dayOf(servedOn);
  if (day === null && state !== null && state !== undefined && !UNDECIDED.has(state)) return reject('REQUIRED');
  return isBefore(day, dayOfInstant(at)) ? reject('ENDS_BEFORE_START') : day;
};

/** [what is left of a loan, what was lent] → what is left. */
const notAbove: ColumnHook = ([left, lent]) => {
  const [rest, all] = [left, lent].map((text) => checkDecimal(text ?? '', ANY_DECIMAL));
  if (rest?.ok !== true || all?.ok !== true) return null;
  return Number(rest.value) > Number(all.value) ? reject('REFUSED_BY_HOOK') : rest.value;
};

const KINDS: Readonly<Record<string, InsuranceKind>> = {
  养老: 'PENSION',
  医疗: 'MEDICAL',
  失业: 'UNEMPLOYMENT',
  工伤: 'WORK_INJURY',
  生育: 'MATERNITY',
};
const checkKind = createCodeCheck(KINDS);

/** [words] → an array of codes, each once, in the order of the list. */
const insuranceKinds: ColumnHook = ([words]) => {
  if (words === null || words === undefined) return null;
  const checked = words.split(/[、,，;；\s]+/u).map((word) => checkKind(word.replace(/保险$/u, '')));
  const codes = new Set(checked.map((each) => (each.ok ? each.value : '')));
  return codes.has('')
    ? reject('UNKNOWN_CODE')
    : toArrayLiteral(Object.values(KINDS).filter((code) => codes.has(code)));
};

/** [words] → an array of them; 无 is an empty one. */
const allergies: ColumnHook = ([words]) => {
  if (words === null || words === undefined) return null;
  const named = words.split(/[、,，;；]/u).map((word) => word.trim());
  return toArrayLiteral(named.filter((word) => word !== '' && word !== '无'));
};

/** What the sources of this registry name beside their columns. */
export const hooks: IngestHooks<ArchiveDB> = {
  columns: {
    notBeforeBirth: notBefore(birthOf, 'BEFORE_BIRTH'),
    notBeforeStart: notBefore(dayOf, 'ENDS_BEFORE_START'),
    notBeforeMonth: notBefore(firstDayOf, 'ENDS_BEFORE_START'),
    paidInMonth: notBefore(firstDayOf, 'PAID_TOO_EARLY'),
    paidAfterwards: notBefore(dayOfInstant, 'PAID_TOO_EARLY'),
    month,
    monthOfLife,
    paidAtInMonth,
    settledInYear,
    served,
    notAbove,
    insuranceKinds,
    allergies,
  },
};
