import { readFileSync } from 'node:fs';

/** The divisions of each section of GB/T 4754-2017, by `gbt4754.tsv`. */
export const loadDivisions = (): ReadonlyMap<string, readonly string[]> => {
  const divisions = new Map<string, string[]>();
  const [, ...lines] = readFileSync(new URL('gbt4754.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  for (const [code = '', section = ''] of lines.map((line) => line.split('\t'))) {
    if (code !== section) divisions.set(section, [...(divisions.get(section) ?? []), code]);
  }
  return divisions;
};
