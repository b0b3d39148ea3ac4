import { bad, good, normalised, type Checked } from './checked.ts';

/** Moves the point of a plain decimal to the right (left when negative), exactly; no exponent, no trailing zeros. */
export const shiftDecimal = (decimal: string, places: number): string => {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.slice(sign.length).split('.');
  const digits = places >= 0 ? whole + fraction.padEnd(places, '0') : whole.padStart(1 - places, '0') + fraction;
  const point = places >= 0 ? whole.length + places : Math.max(whole.length, 1 - places) + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  const value = right === '' ? left : `${left}.${right}`;
  return value === '0' ? value : sign + value;
};

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

export const checkInteger = (text: string, range: { min: number; max: number }): Checked => {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (!/^-?\d{1,18}$/.test(plain) || !isWithin(Number(plain), range)) return bad('BAD_NUMBER');
  const value = shiftDecimal(plain, 0);
  return value === text ? good(value) : normalised(value, 'CODE_FORM');
};

/** A decimal, kept exact as text; with `percent`, `40%` and `40` are 0.4. */
export const checkDecimal = (
  text: string,
  { percent, ...range }: { min: number; max: number; percent: boolean },
): Checked => {
  const bare = percent ? text.replace(/\s*[%％]$/, '') : text;
  const plain = GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!/^-?\d{1,18}(?:\.\d{1,12})?$/.test(plain)) return bad('BAD_NUMBER');
  const value = shiftDecimal(plain, percent ? -2 : 0);
  return isWithin(Number(value), range) ? good(value) : bad('BAD_NUMBER');
};

const isWithin = (value: number, { min, max }: { min: number; max: number }): boolean => value >= min && value <= max;
