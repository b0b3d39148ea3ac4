/**
 * Unified social credit codes (GB 32100) that can be no enterprise's: the registration authority is under 3199, which
 * GB/T 2260 has never given out. Both check digits hold, that of the organisation code (GB 11714) as well.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SPACE = ALPHABET.length ** 6;

const organisationCheckOf = (eight: string): string => {
  let sum = 0;
  for (let at = 0; at < 8; at += 1) {
    const code = eight.charCodeAt(at);
    sum += (code < 58 ? code - 48 : code - 55) * (ORGANISATION_WEIGHTS[at] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
};

export const usccCheckOf = (seventeen: string): string => {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += ALPHABET.indexOf(seventeen.charAt(at)) * (WEIGHTS[at] ?? 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/** 91 enterprises, 92 individual businesses, 93 farmers' cooperatives, 12 public institutions. */
export type UsccClass = '91' | '92' | '93' | '12';

/** `district` is the code of the district that registers; serials up to 880 million have codes of their own. */
export const toUscc = (kind: UsccClass, district: string, serial: number): string => {
  // The factor is coprime to 31, so that neighbours look unlike and no two agree.
  let rest = (serial * 7_368_787) % SPACE;
  let body = '';
  for (let at = 0; at < 6; at += 1) {
    body = ALPHABET.charAt(rest % 31) + body;
    rest = Math.floor(rest / 31);
  }
  const organisation = `MA${body}`;
  const seventeen = `${kind}3199${district.slice(4)}${organisation}${organisationCheckOf(organisation)}`;
  return seventeen + usccCheckOf(seventeen);
};
