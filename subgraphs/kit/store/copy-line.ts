const SPECIAL = /[\\\t\n\r]/;
const NAMES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format, as PostgreSQL's manual has it under COPY, File Formats. */
export const toCopyValue = (value: string | null): string => {
  if (value === null) return '\\N';
  // Most values have nothing to escape, and testing costs less than replacing.
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => NAMES[character] ?? character) : value;
};

/** An array literal of PostgreSQL. */
export const toArrayLiteral = (parts: readonly string[]): string =>
  `{${parts.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** A row in COPY's text format, with its newline. */
export const toCopyLine = (values: readonly (string | null)[]): string => `${values.map(toCopyValue).join('\t')}\n`;
