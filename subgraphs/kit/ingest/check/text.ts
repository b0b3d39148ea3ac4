/* eslint-disable no-control-regex -- control characters are what is looked for */
import { bad, good, type Checked } from './checked.ts';

/** Replacement and control characters, and the sequences that UTF-8 leaves when it is read as something else. */
const BROKEN =
  /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|锟斤拷|[\u00c2\u00c3\u00e2-\u00e9][\u0080-\u00b6\u00b8-\u00bf]/;
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;

/** Whether a text was broken by a wrong encoding before it came here. */
export const isMojibake = (text: string): boolean => BROKEN.test(text);

/** Whether a text holds characters that have a meaning only in the font of its author. */
export const hasPrivateUse = (text: string): boolean => PRIVATE.test(text);

export const checkText = (text: string, max: number): Checked => {
  if (text.length > max) return bad('TOO_LONG');
  return text.endsWith('...') || text.endsWith('…') ? { ok: true, value: text, warning: 'CUT_AT_SOURCE' } : good(text);
};
