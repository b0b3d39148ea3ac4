const NAMES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format, as PostgreSQL's manual has it under COPY, File Formats. */
export const toCopyValue = (value: string | null): string =>
  value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (character) => NAMES[character] ?? character);

/** A row in COPY's text format, with its newline. */
export const toCopyLine = (values: readonly (string | null)[]): string => `${values.map(toCopyValue).join('\t')}\n`;
