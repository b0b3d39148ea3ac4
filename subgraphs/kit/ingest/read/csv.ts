/** Columns of one record of CSV (RFC 4180), or null when its quotes are wrong. */
export const parseCsvRecord = (text: string, delimiter: string): readonly string[] | null => {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; ;) {
    let end: number;
    if (text.charAt(at) === '"') {
      const close = findClosingQuote(text, at + 1);
      if (close < 0) return null;
      // Spaces between a quote and the delimiter are nothing.
      const next = text.indexOf(delimiter, close + 1);
      end = next >= 0 && /^ *$/.test(text.slice(close + 1, next)) ? next : close + 1;
      if (end < text.length && end !== next) return null;
      fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    } else {
      const next = text.indexOf(delimiter, at);
      end = next < 0 ? text.length : next;
      const field = text.slice(at, end);
      if (field.includes('\n')) return null;
      fields.push(field);
    }
    if (end === text.length) return fields;
    at = end + delimiter.length;
  }
};

/** The next quote that is not doubled, −1 when there is none. */
const findClosingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
};
