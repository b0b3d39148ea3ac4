import { closeSync, openSync, writeSync } from 'node:fs';
import type { ColumnDeclaration, SourceDeclaration } from '../../../subgraphs/kit/ingest/declaration.ts';
import { createRandom, type Random } from '../random.ts';
import { quote } from './csv.ts';
import type { Drop } from './drop.ts';
import { DEFECTS, type Outcome } from './defects.ts';

/** Spoils some of the rows that pass, and writes down which. */
export interface Spoil {
  /** The lines that come of a row which would stand on `line`. */
  row(drop: Pick<Drop<never>, 'source' | 'headers'>, values: readonly string[], line: number): readonly string[];
  close(): void;
}

export interface SpoilOptions {
  /** Where the list of what was spoiled goes. */
  file: string;
  share: number;
  seed: number;
  sources: ReadonlyMap<string, SourceDeclaration>;
}

/** The stream of defects: apart from those of the city, whose good rows stay the same. */
const DEFECT_STREAM = 777;
const HEADER = 'source,line,defect,column,outcome,reason\n';

export const createSpoil = ({ file, share, seed, sources }: SpoilOptions): Spoil => {
  const list = openSync(file, 'w');
  writeSync(list, HEADER);
  const random = createRandom(seed, DEFECT_STREAM);
  const note = (source: string, line: number, defect: string, column: string, { outcome, reason }: Outcome): void => {
    writeSync(list, `${source},${line},${defect},${column},${outcome},${reason}\n`);
  };
  return {
    row: ({ source, headers }, values, line) => {
      const good = values.map(quote).join(',');
      const declaration = sources.get(source);
      if (declaration === undefined || !random.chance(share)) return [good];
      const spoiled = spoilRow(random, declaration, headers, values);
      if (spoiled === null) return [good];
      const { lines, defect, column, outcome } = spoiled;
      lines.forEach((_, at) => {
        if (lines.length === 1 || at > 0) note(source, line + at, defect, column, outcome);
      });
      return lines;
    },
    close: () => closeSync(list),
  };
};

interface Spoiled {
  lines: readonly string[];
  defect: string;
  column: string;
  outcome: Outcome;
}

/** Tries a few defects at columns until one applies. */
const spoilRow = (
  random: Random,
  declaration: SourceDeclaration,
  headers: readonly string[],
  values: readonly string[],
): Spoiled | null => {
  for (let tries = 0; tries < 12; tries += 1) {
    const defect = random.pick(DEFECTS);
    if (defect.of === 'ROW') {
      const lines = defect.spoil(values.map(quote), random);
      return { lines, defect: defect.name, column: '', outcome: defect.outcome };
    }
    const at = random.below(headers.length);
    const header = headers[at] ?? '';
    const column: ColumnDeclaration | undefined = declaration.columns[header];
    const value = values[at] ?? '';
    if (column === undefined || value === '') continue;
    const spoiled = defect.spoil(value, column, random);
    if (spoiled === null || spoiled === value) continue;
    const cells = values.map((each, index) => quote(index === at ? spoiled : each));
    return { lines: [cells.join(',')], defect: defect.name, column: header, outcome: defect.outcome };
  }
  return null;
};
