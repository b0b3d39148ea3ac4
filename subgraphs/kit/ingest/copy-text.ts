import { toCopyValue } from '../store/copy-line.ts';

export interface StagedRow {
  ordinal: number;
  values: readonly (string | null)[];
}

/**
 * Rows in the text format of COPY: the ordinal, or `first` in all of them, then the values of `slots`; tabs between columns,
 * `\N` for null.
 */
export const toCopyText = (rows: readonly StagedRow[], slots: readonly number[], first?: string): string => {
  let text = '';
  for (const { ordinal, values } of rows) {
    text += first ?? String(ordinal);
    for (const slot of slots) {
      text += `\t${toCopyValue(values[slot] ?? null)}`;
    }
    text += '\n';
  }
  return text;
};
