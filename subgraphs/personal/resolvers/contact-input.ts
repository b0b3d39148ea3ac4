import { badInput } from '../../../schema/errors.ts';
import { checkEmail, checkPhone } from '../../kit/ingest/check/contact.ts';

/** A phone number as drops are checked as well: 11 digits, or E.164. Throws BAD_USER_INPUT. */
export const toPhone = (text: string): string => {
  const phone = checkPhone(text);
  if (!phone.ok) throw badInput('phone', 'PHONE', 'This is neither a mainland mobile number nor one of E.164.');
  return phone.value;
};

/** An e-mail address as drops are checked as well. Throws BAD_USER_INPUT. */
export const toEmail = (text: string): string => {
  const email = checkEmail(text);
  if (!email.ok) throw badInput('email', 'EMAIL', 'This is not an e-mail address.');
  return email.value;
};
