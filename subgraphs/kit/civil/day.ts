/** A civil day as a whole number: days since 1970-01-01, without time zone or clock. ±Infinity: before and after all days. */
export type Day = number;

const CIVIL_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a day in the proleptic Gregorian calendar; months run from 1, and any day of month is taken on. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day => {
  // Years begin in March here, so that a leap day is a year's last (H. Hinnant, chrono-compatible date algorithms).
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Year, month from 1 and day of month. */
export const partsOf = (day: Day): readonly [year: number, month: number, dayOfMonth: number] => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  return [year, month < 10 ? month + 3 : month - 9, dayOfYear - Math.floor((153 * month + 2) / 5) + 1];
};

/** The day of `YYYY-MM-DD`; throws a TypeError on anything else, days that no calendar has included. */
export const toDay = (civil: string): Day => {
  const [, year, month, dayOfMonth] = CIVIL_DAY.exec(civil) ?? [];
  const day = dayOf(Number(year), Number(month), Number(dayOfMonth));
  if (Number.isNaN(day) || toCivil(day) !== civil)
    throw new TypeError(`Expected a civil day, YYYY-MM-DD, but got: ${civil}`);
  return day;
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `YYYY-MM-DD` of a finite day. */
export const toCivil = (day: Day): string => {
  const [year, month, dayOfMonth] = partsOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
};

/** `YYYY-MM-DD`, or null for what lies before or after all days. */
export const toCivilOrNull = (day: Day): string | null => (Number.isFinite(day) ? toCivil(day) : null);
