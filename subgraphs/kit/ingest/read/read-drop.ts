import type { SourceDeclaration } from '../declaration.ts';
import { IngestRefusal } from '../reasons.ts';
import { parseCsvRecord } from './csv.ts';
import { decode, tellEncoding, type Encoding, type Told } from './encoding.ts';
import { MAX_ROW, SAMPLE } from './limits.ts';
import { readLines } from './lines.ts';
import { openBytes, type Bytes } from './open.ts';
import { readRecords, type RawRecord } from './records.ts';

/** Where a drop is read on after an interruption: offset in the unpacked bytes and number of the line there. */
export interface Position {
  offset: number;
  line: number;
}

/** A drop that is open: its header is known and fits the declaration, its rows follow. */
export interface OpenDrop {
  told: Told;
  /** Index in a row of each declared column, −1 when it is not there; null for NDJSON. */
  columns: ReadonlyMap<string, number> | null;
  /** The names in the first line; empty for NDJSON. */
  header: readonly string[];
  extra: readonly string[];
  /** A manifest in the first line: `# {"kind":"full",…}`. */
  inlineManifest: string | null;
  records(from: Position | null): AsyncGenerator<RawRecord[]>;
  /** Whether the drop turned out to end early (a gzip that breaks off). */
  cut(): boolean;
  /** Bytes of the file that have been read so far. */
  taken(): number;
}

/** Opens a drop and reads its header. Throws an IngestRefusal with the reason when it cannot be taken at all. */
export const openDrop = async (file: string, declaration: SourceDeclaration, said?: Encoding): Promise<OpenDrop> => {
  const bytes = await openBytes(file);
  const sample = await readSample(bytes);
  if (sample.length === 0 || /^(?:\xef\xbb\xbf)?\s*$/.test(sample.subarray(0, 1024).toString('latin1')))
    throw new IngestRefusal('EMPTY_FILE');
  const isCsv = declaration.format === 'csv';
  const told = tellEncoding(sample, (line) => namesOf(declaration).filter((name) => line.includes(name)).length, said);

  let at = told.bom;
  let line = 1;
  let inlineManifest: string | null = null;
  let first = firstLine(sample, at, told.encoding);
  if (/^#\s*\{/.test(first.text)) {
    inlineManifest = first.text.replace(/^#\s*/, '');
    at = first.end;
    line += 1;
    first = firstLine(sample, at, told.encoding);
  }
  const common = {
    told,
    inlineManifest,
    cut: () => bytes.cut(),
    taken: () => bytes.taken(),
    records: (from: Position | null, start: Position) =>
      readRecords(
        readLines(bytes, { encoding: told.encoding, ...(from ?? start) }),
        isCsv ? declaration.delimiter : null,
      ),
  };
  if (!isCsv)
    return {
      ...common,
      columns: null,
      header: [],
      extra: [],
      records: (from) => common.records(from, { offset: at, line }),
    };

  const header = parseHeader(first.text, declaration);
  const missing = missingColumns(declaration, header);
  if (missing.length > 0)
    throw new IngestRefusal(
      'MISSING_COLUMNS',
      `Missing: ${missing.join(', ')}. Found: ${header.slice(0, 40).join(', ').slice(0, 400)}.`,
    );
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  if (twice.length > 0) throw new IngestRefusal('DUPLICATE_COLUMNS', `Twice: ${twice.join(', ')}.`);
  const known = new Set([...namesOf(declaration), declaration.operation?.column]);
  return {
    ...common,
    columns: new Map(
      [...known].filter((name) => name !== undefined).map((name) => [name, indexOfColumn(declaration, header, name)]),
    ),
    header,
    extra: header.filter((name) => !known.has(name)),
    records: (from) => common.records(from, { offset: first.end, line: line + 1 }),
  };
};

const namesOf = ({ columns }: SourceDeclaration): readonly string[] =>
  Object.entries(columns).flatMap(([name, { aliases }]) => [name, ...aliases]);

const readSample = async (bytes: Bytes): Promise<Buffer> => {
  const blocks: Buffer[] = [];
  let length = 0;
  for await (const block of bytes) {
    blocks.push(block);
    length += block.length;
    if (length >= SAMPLE) break;
  }
  return Buffer.concat(blocks);
};

const firstLine = (sample: Buffer, from: number, encoding: Encoding): { text: string; end: number } => {
  const end = sample.indexOf(10, from);
  if (end - from > MAX_ROW / 16 || (end < 0 && sample.length - from > MAX_ROW / 16))
    throw new IngestRefusal('HEADER_TOO_LONG');
  const text = decode(sample.subarray(from, end < 0 ? sample.length : end), encoding);
  if (text === null) throw new IngestRefusal('UNKNOWN_ENCODING', 'The header is not text in the encoding of the rest.');
  return { text: text.replace(/\r$/, ''), end: end < 0 ? sample.length : end + 1 };
};

const parseHeader = (line: string, { delimiter }: SourceDeclaration): string[] =>
  (parseCsvRecord(line.replace(/\r$/, ''), delimiter) ?? []).map((name) => name.replace(/^\ufeff/, '').trim());

const indexOfColumn = ({ columns }: SourceDeclaration, header: readonly string[], name: string): number =>
  [name, ...(columns[name]?.aliases ?? [])].map((each) => header.indexOf(each)).find((index) => index >= 0) ?? -1;

const missingColumns = (declaration: SourceDeclaration, header: readonly string[]): string[] =>
  Object.entries(declaration.columns)
    .filter(([name, { optional }]) => !optional && indexOfColumn(declaration, header, name) < 0)
    .map(([name]) => name);
