import { z } from 'zod';
import { bad, good, normalised, type Checked } from './checked.ts';

const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const E164 = /^\+(?!86)[1-9]\d{6,14}$/;
/** RFC 5321 section 4.5.3.1.3 leaves an address 254 characters. */
const address = z.email().max(254);

/** A mainland mobile number to its 11 digits, any other in E.164. */
export const checkPhone = (text: string): Checked => {
  const mobile = MOBILE.exec(text)?.[1];
  if (mobile !== undefined) return mobile === text ? good(mobile) : normalised(mobile, 'PHONE_FORM');
  return E164.test(text) ? good(text) : bad('BAD_PHONE');
};

/** An e-mail address; its domain, in which case says nothing (RFC 1035 section 2.3.3), in lower case. */
export const checkEmail = (text: string): Checked => {
  if (!address.safeParse(text).success) return bad('BAD_EMAIL');
  const at = text.lastIndexOf('@');
  const value = text.slice(0, at) + text.slice(at).toLowerCase();
  return value === text ? good(text) : normalised(value, 'LOWER_CASED');
};
