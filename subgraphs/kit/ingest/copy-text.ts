export interface StagedRow {
  ordinal: number;
  values: readonly (string | null)[];
}

/** Rows in the text format of COPY: the ordinal, then the values of `slots`; tabs between columns, `\N` for null. */
export const toCopyText = (rows: readonly StagedRow[], slots: readonly number[]): string => {
  let text = '';
  for (const { ordinal, values } of rows) {
    text += String(ordinal);
    for (const slot of slots) {
      const value = values[slot];
      text += value === null || value === undefined ? '\t\\N' : `\t${escapeValue(value)}`;
    }
    text += '\n';
  }
  return text;
};

const SPECIAL = /[\\\t\n\r]/;
const NAMES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escapeValue = (value: string): string =>
  SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => NAMES[character] ?? '') : value;
