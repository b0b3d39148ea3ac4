import { bad, good, normalised, type Checked } from './checked.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALUES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: ALPHABET.length }, (_, value) => [ALPHABET.charAt(value), value]),
);
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const FORM = /^[1-9ANY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Unified social credit code, GB 32100. The check digit is computed here because stdnum 1.12 refuses the digit 0, which
 * one valid code in 31 ends in.
 */
export const checkUscc = (text: string): Checked => {
  const upper = text.toUpperCase();
  if (!FORM.test(upper)) return bad('BAD_USCC');
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (VALUES.get(upper.charAt(at)) ?? 0) * (WEIGHTS[at] ?? 0);
  if (ALPHABET.charAt((31 - (sum % 31)) % 31) !== upper.charAt(17)) return bad('BAD_USCC');
  return upper === text ? good(upper) : normalised(upper, 'UPPER_CASED');
};
