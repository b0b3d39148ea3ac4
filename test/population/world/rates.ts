/**
 * Yearly probabilities, after the statistics of the city and the law of the time. They are round figures for a plausible
 * city, not estimates.
 */

/** Of dying: Gompertz, with women at six tenths of men's. */
export const dying = (age: number, isMale: boolean): number =>
  Math.min(0.6, (0.00025 + 0.00003 * Math.exp(0.0975 * age)) * (isMale ? 1 : 0.6));

/** Of marrying, for a single woman; men are chosen, or marry from elsewhere. */
export const marrying = (age: number, hadSpouse: boolean): number => {
  if (hadSpouse) return age < 50 ? 0.06 : age < 70 ? 0.015 : 0.002;
  if (age < 23) return 0.05;
  if (age < 30) return 0.17;
  if (age < 36) return 0.12;
  return age < 45 ? 0.04 : age < 60 ? 0.008 : 0;
};

export const divorcing = (year: number, yearsMarried: number): number => {
  const base = year < 1990 ? 0.0025 : year < 2010 ? 0.007 : year < 2021 ? 0.013 : 0.009;
  return yearsMarried < 20 ? base : base / 4;
};

/** Of bearing a child, for a married woman with so many: one from 1980, two from 2016, three from 2021, more before. */
export const bearing = (age: number, year: number, had: number, isLocal: boolean): number => {
  const youth = age < 35 ? 1 : age < 40 ? 0.4 : age < 45 ? 0.08 : 0;
  if (had === 0) return youth * (year < 2018 ? 0.33 : 0.2);
  if (year < 1980) return youth * (year < 1971 ? 0.22 : 0.1) * (had > 2 ? 0.5 : 1);
  if (had === 1) return youth * (year < 2014 ? (isLocal ? 0.004 : 0.04) : year < 2016 ? 0.04 : 0.055);
  return had === 2 && year > 2020 ? youth * 0.008 : 0;
};

/** What a home of the year cost, as a share of today's price. */
export const priceLevel = (year: number): number =>
  year < 1999 ? 0.05 : year < 2005 ? 0.05 + (year - 1999) * 0.03 : year < 2017 ? 0.2 + (year - 2005) * 0.06 : 0.95;

/** Wages of the year as a share of today's. */
export const wageLevel = (year: number): number =>
  Math.min(1.05, Math.max(0.02, Math.exp((year - 2026) * (year < 2010 ? 0.1 : 0.085))));
