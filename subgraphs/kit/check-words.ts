import { badInput } from '../../schema/errors.ts';

const MAX_WORDS = 2_000;

/** What somebody says in an act: it must say something, in at most 2,000 characters. Throws BAD_USER_INPUT on `field`. */
export const checkWords = (field: string, text: string): string => {
  if (text.trim() === '') throw badInput(field, 'EMPTY', `${field} must say something.`);
  if (text.length > MAX_WORDS) throw badInput(field, 'LENGTH', `${field} has at most ${MAX_WORDS} characters.`);
  return text;
};
