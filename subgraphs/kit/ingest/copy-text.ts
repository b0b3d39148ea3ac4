/** Rows in the text format of COPY: tabs between columns, `\N` for null. */
export const toCopyText = (rows: readonly (readonly (string | null)[])[]): string => {
  let text = '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at];
      text += (at === 0 ? '' : '\t') + (value === null || value === undefined ? '\\N' : escapeValue(value));
    }
    text += '\n';
  }
  return text;
};

const SPECIAL = /[\\\t\n\r]/;
const NAMES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escapeValue = (value: string): string =>
  SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => NAMES[character] ?? '') : value;
