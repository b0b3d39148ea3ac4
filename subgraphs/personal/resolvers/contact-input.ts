import { z } from 'zod';
import { badInput } from '../../../schema/errors.ts';

const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const E164 = /^\+(?!86)[1-9]\d{6,14}$/;

/** A mainland mobile number to its 11 digits, any other to E.164. Throws BAD_USER_INPUT. */
export const toPhone = (text: string): string => {
  const phone = MOBILE.exec(text)?.[1] ?? E164.exec(text)?.[0];
  if (phone === undefined)
    throw badInput('phone', 'PHONE', 'This is neither a mainland mobile number nor one of E.164.');
  return phone;
};

const address = z.email().max(254);

/** An e-mail address as it was given. Throws BAD_USER_INPUT. */
export const toEmail = (text: string): string => {
  const email = address.safeParse(text);
  if (!email.success) throw badInput('email', 'EMAIL', 'This is not an e-mail address.');
  return email.data;
};
