const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;

const needsQuotes = (value: string): boolean => {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code === COMMA || code === QUOTE || code === LINE_FEED) return true;
  }
  return false;
};

/** RFC 4180. */
export const quote = (value: string): string => (needsQuotes(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A record as a line with its end. */
export const toCsvLine = <T>(cells: readonly ((record: T) => string | number)[], record: T): string => {
  let line = '';
  for (let at = 0; at < cells.length; at += 1) {
    const value = cells[at]?.(record) ?? '';
    if (at > 0) line += ',';
    line += typeof value === 'string' ? quote(value) : String(value);
  }
  return `${line}\n`;
};
