/** The masks of the contract's `Mask` enum; widths follow GB/T 35273-2020, annex A. */
export type Mask = 'NAME' | 'ID_NUMBER' | 'PHONE' | 'EMAIL' | 'ADDRESS' | 'ACCOUNT';

const stars = (count: number): string => '*'.repeat(Math.max(0, count));

const keepEnds = (text: string, head: number, tail: number): string =>
  text.length <= head + tail
    ? stars(text.length)
    : text.slice(0, head) + stars(text.length - head - tail) + text.slice(-tail);

const maskEmail = (text: string): string => {
  const at = text.lastIndexOf('@');
  return at < 1 ? stars(text.length) : `${text.slice(0, 1)}***${text.slice(at)}`;
};

/** Keeps the city and district, at most six characters, which the district field tells anyway. */
const maskAddress = (text: string): string => `${/^.{0,5}?[区县]/u.exec(text)?.[0] ?? ''}****`;

const maskText: Readonly<Record<Mask, (text: string) => string>> = {
  NAME: (text) => [...text].map((character, index) => (index === 0 ? character : '*')).join(''),
  ID_NUMBER: (text) => keepEnds(text, 3, 4),
  PHONE: (text) => keepEnds(text, 3, 4),
  ACCOUNT: (text) => keepEnds(text, 2, 4),
  EMAIL: maskEmail,
  ADDRESS: maskAddress,
};

/** Masks a text, or the `text` of an address (whose point goes as well), one by one in a list; null stays null. */
export const maskValue = (mask: Mask, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one: unknown) => maskValue(mask, one));
  if (typeof value === 'string') return maskText[mask](value);
  if (typeof value === 'object' && 'text' in value) {
    const text = typeof value.text === 'string' ? maskText[mask](value.text) : null;
    return { ...value, text, point: null };
  }
  throw new TypeError(`A masked item must be a text or an address, but got: ${typeof value}.`);
};
