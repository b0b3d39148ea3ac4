import { CODES } from './codes.js';
import { inLanguage, locale } from './language.js';
import { WORDS } from './words.js';

/** A civil date, `YYYY-MM-DD`. */
export const day = (date) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

const DAY_MS = 86_400_000;

/** The last day of what is half-open: the day before it ends. */
export const lastDay = (until) => day(new Date(Date.parse(`${until}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10));

/** An instant, as clocks in Shanghai show it. */
export const moment = (instant) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  );

/** Decimals as text keep their digits. */
export const money = ({ amount, currency }) =>
  new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  }).format(amount);

export const number = (value) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);

/** A share of 0 to 1. */
export const percent = (share) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** The words of a code; an unknown code stands for itself. */
export const code = (list) => (value) => {
  const words = CODES[list]?.[value];
  return words === undefined ? value : inLanguage(words);
};

/** GB/T 4761 is read by its first digit. */
export const relation = (value) => code('relation')(value.slice(0, 1));

/** Half-open [since, until); either may be missing. */
export const interval = ({ since, until }) =>
  [since && `${inLanguage(WORDS.since)} ${day(since)}`, until && `${inLanguage(WORDS.until)} ${day(until)}`]
    .filter(Boolean)
    .join(inLanguage({ zh: '，', en: ', ' }));
