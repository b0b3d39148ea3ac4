/** A civil day as the number of days since 1970-01-01. */
export type Day = number;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2160;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTHS[month - 1] ?? 0);

const OFFSET = Date.UTC(FIRST_YEAR, 0, 1) / 86_400_000;
const texts: string[] = [];
const years: number[] = [];
const months: number[] = [];
/** Number of the first day of each month, by year and month. */
const starts: number[] = [];
for (let year = FIRST_YEAR; year < LAST_YEAR; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    starts.push(OFFSET + texts.length);
    const text = `${year}-${String(month).padStart(2, '0')}-`;
    for (let date = 1; date <= daysIn(year, month); date += 1) {
      texts.push(text + String(date).padStart(2, '0'));
      years.push(year);
      months.push(month);
    }
  }
}

/** YYYY-MM-DD. */
export const textOf = (day: Day): string => texts[day - OFFSET] ?? '';
/** YYYY-MM-DD, or nothing. */
export const textOrNone = (day: Day | null): string => (day === null ? '' : textOf(day));
export const yearOf = (day: Day): number => years[day - OFFSET] ?? 0;
export const monthOf = (day: Day): number => months[day - OFFSET] ?? 0;
export const dateOf = (day: Day): number => day - monthStart(yearOf(day), monthOf(day)) + 1;

const monthStart = (year: number, month: number): Day => starts[(year - FIRST_YEAR) * 12 + month - 1] ?? 0;

/** The day of that date; one after the month's last is the last. */
export const dayOf = (year: number, month: number, date: number): Day =>
  monthStart(year, month) + Math.min(date, daysIn(year, month)) - 1;

/** The same date n years on; 29 February falls on 1 March in common years. */
export const addYears = (day: Day, count: number): Day => {
  const year = yearOf(day) + count;
  const month = monthOf(day);
  const date = dateOf(day);
  return month === 2 && date === 29 && !isLeapYear(year) ? dayOf(year, 3, 1) : dayOf(year, month, date);
};

/** Months since the year 0; contributions and bills are counted in them. */
export type Month = number;
export const monthIndexOf = (day: Day): Month => yearOf(day) * 12 + monthOf(day) - 1;
export const firstDayOf = (month: Month): Day => monthStart(Math.floor(month / 12), (month % 12) + 1);
export const monthText = (month: Month): string => texts[firstDayOf(month) - OFFSET]?.slice(0, 7) ?? '';
export const addMonths = (day: Day, count: number): Day => {
  const month = monthIndexOf(day) + count;
  return dayOf(Math.floor(month / 12), (month % 12) + 1, dateOf(day));
};

/** Completed years on a day. */
export const ageOn = (born: Day, day: Day): number => {
  const count = yearOf(day) - yearOf(born);
  return addYears(born, count) > day ? count - 1 : count;
};

export const parseDay = (text: string): Day => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
  if (day === null || textOf(day) !== text) throw new Error(`Expected a day such as 2026-11-22, got ${text}.`);
  return day;
};
