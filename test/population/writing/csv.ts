/** RFC 4180. */
export const quote = (value: string): string =>
  value.includes(',') || value.includes('"') || value.includes('\n') ? `"${value.replaceAll('"', '""')}"` : value;

/** A record as a line with its end. */
export const toCsvLine = <T>(cells: readonly ((record: T) => string | number)[], record: T): string => {
  let line = '';
  for (let at = 0; at < cells.length; at += 1) {
    const value = cells[at]?.(record) ?? '';
    if (at > 0) line += ',';
    line += typeof value === 'string' ? quote(value) : value;
  }
  return `${line}\n`;
};
