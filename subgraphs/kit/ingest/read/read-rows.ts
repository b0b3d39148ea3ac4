import type { SourceDeclaration } from '../declaration.ts';
import type { CellReader } from '../check/check-row.ts';
import type { ReasonCode } from '../reasons.ts';
import { parseCsvRecord } from './csv.ts';
import { parseJsonRecord } from './ndjson.ts';
import type { RawRecord } from './records.ts';

/** The cells of the record that was taken apart last, or what is wrong with it. */
export type Cells = { cell: CellReader; extra: readonly string[] } | { fault: ReasonCode };

/** Whether a header has a column, by its own name or another that it goes by. */
export const isInHeader = ({ columns }: SourceDeclaration, header: readonly string[], name: string): boolean =>
  [name, ...(columns[name]?.aliases ?? [])].some((each) => header.includes(each));

/** Takes a record apart; `header` null: NDJSON. A row without a line end at the end of a drop is whole only if vouched for. */
export const createRowReader = (
  declaration: SourceDeclaration,
  header: readonly string[] | null,
): ((record: Pick<RawRecord, 'text' | 'unended' | 'fault'>, vouched: boolean) => Cells) => {
  if (header === null) return createJsonReader(declaration);
  const indices = new Map<string, number>();
  const names = [
    ...Object.entries(declaration.columns),
    ...(declaration.operation ? [[declaration.operation.column, { aliases: [] }] as const] : []),
  ];
  for (const [name, { aliases }] of names) {
    const index = [name, ...aliases].map((each) => header.indexOf(each)).find((each) => each >= 0);
    if (index !== undefined) indices.set(name, index);
  }
  // One reader for all rows: a function of its own for each would cost as much as reading it.
  let fields: readonly string[] = [];
  const cells: Cells = { cell: (name) => fields[indices.get(name) ?? -1], extra: [] };
  return ({ text, unended, fault }, vouched) => {
    if (fault) return { fault };
    if (unended && !vouched) return { fault: 'TRUNCATED' };
    const found = parseCsvRecord(text, declaration.delimiter);
    if (found === null) return { fault: 'BAD_QUOTES' };
    if (found.length !== header.length) return { fault: 'COLUMN_COUNT' };
    fields = found;
    return cells;
  };
};

const createJsonReader = (declaration: SourceDeclaration): ReturnType<typeof createRowReader> => {
  const canonical = new Map(
    Object.entries(declaration.columns).flatMap(([name, { aliases }]) =>
      [name, ...aliases].map((each) => [each, name] as const),
    ),
  );
  if (declaration.operation) canonical.set(declaration.operation.column, declaration.operation.column);
  const separatorOf = (name: string): string => {
    const column = declaration.columns[canonical.get(name) ?? name];
    return column?.type === 'list' ? column.separator : '、';
  };
  return ({ text, unended, fault }) => {
    if (fault) return { fault };
    const row = parseJsonRecord(text, separatorOf);
    if (row === null) return { fault: unended ? 'TRUNCATED' : 'BAD_JSON' };
    const cells = new Map<string, string>();
    const extra: string[] = [];
    for (const [name, value] of row) {
      const column = canonical.get(name);
      if (column === undefined) extra.push(name);
      else cells.set(column, value);
    }
    return { cell: (name) => cells.get(name) ?? '', extra };
  };
};
