import { stdnum } from 'stdnum';
import { bad, type Checked } from './checked.ts';
import { isAbolishedCode, isProvince } from './district.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643 check digit of the first seventeen digits (ISO 7064 MOD 11-2). */
const checkDigitOf = (digits: string): string =>
  '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0) % 11);

/** Citizen identity number, GB 11643: eighteen digits, the last may be X; fifteen digits of before 1999 are converted. */
export const checkIdNumber = (text: string): Checked => {
  const upper = text.toUpperCase();
  const old = /^\d{15}$/.test(upper);
  const seventeen = `${upper.slice(0, 6)}19${upper.slice(6)}`;
  const value = old ? seventeen + checkDigitOf(seventeen) : upper;
  if (
    !/^\d{17}[\dX]$/.test(value) ||
    !isProvince(value.slice(0, 2)) ||
    !(stdnum.CN?.['ric']?.validate(value).isValid ?? false)
  )
    return bad('BAD_ID_NUMBER');
  return {
    ok: true,
    value,
    ...(old ? { normalised: 'FIFTEEN_DIGITS' as const } : upper === text ? {} : { normalised: 'UPPER_CASED' as const }),
    ...(isAbolishedCode(value.slice(0, 6)) ? { warning: 'ABOLISHED_ADDRESS_CODE' as const } : {}),
  };
};
