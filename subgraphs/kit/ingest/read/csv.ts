import Papa from 'papaparse';

/** Columns of one record of CSV (RFC 4180), or null when its quotes are wrong. */
export const parseCsvRecord = (text: string, delimiter: string): readonly string[] | null => {
  if (!text.includes('"')) return text.split(delimiter);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    quoteChar: '"',
  });
  return errors.length === 0 && data.length === 1 ? (data[0] ?? null) : null;
};
