import { bad, good, normalised, type Checked } from './checked.ts';

const FORMS = [
  /^(\d{4})-(\d{2})-(\d{2})$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const isCivilDate = (year: number, month: number, day: number): boolean =>
  year >= 1800 &&
  year < 2200 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (month === 2 && isLeap(year) ? 29 : (MONTHS[month - 1] ?? 0));

/** A day of the Gregorian calendar, to YYYY-MM-DD; `2004/3/1`, `20040301` and `2004年3月1日` are the same day. */
export const checkDate = (text: string): Checked => {
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const [, year = '', month = '', day = ''] = found;
    if (!isCivilDate(Number(year), Number(month), Number(day))) return bad('BAD_DATE');
    const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return value === text ? good(value) : normalised(value, 'DATE_FORM');
  }
  return bad('BAD_DATE');
};

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** An instant of RFC 3339, to UTC. One without an offset names no instant and is refused. */
export const checkDateTime = (text: string): Checked => {
  const found = INSTANT.exec(text);
  const milliseconds =
    found && isCivilDate(Number(found[1]), Number(found[2]), Number(found[3]))
      ? Date.parse(text.replace(' ', 'T'))
      : NaN;
  if (Number.isNaN(milliseconds)) return bad('BAD_DATE_TIME');
  const value = new Date(milliseconds).toISOString();
  return value === text ? good(value) : normalised(value, 'DATE_FORM');
};
