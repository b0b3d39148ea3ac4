import type { ColumnDeclaration } from '../../../subgraphs/kit/ingest/declaration.ts';
import type { ReasonCode } from '../../../subgraphs/kit/ingest/reasons.ts';
import type { Random } from '../random.ts';

/** What an ingest must make of a spoiled row. */
export type Outcome =
  { outcome: 'QUARANTINED'; reason: ReasonCode } | { outcome: 'NORMALISED' | 'REPEATED'; reason: '' };

interface RowDefect {
  of: 'ROW';
  name: string;
  outcome: Outcome;
  /** Quoted cells → lines. */
  spoil(cells: readonly string[], random: Random): readonly string[];
}
interface CellDefect {
  of: 'CELL';
  name: string;
  outcome: Outcome;
  /** null: it does not apply to such a column or value. */
  spoil(value: string, column: ColumnDeclaration, random: Random): string | null;
}

const quarantined = (reason: ReasonCode): Outcome => ({ outcome: 'QUARANTINED', reason });
const NORMALISED: Outcome = { outcome: 'NORMALISED', reason: '' };

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const toFullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The check character of an ID number or code made a wrong one. */
const breakCheck = (value: string): string => value.slice(0, -1) + (value.endsWith('1') ? '2' : '1');

const ofType =
  (types: readonly ColumnDeclaration['type'][], spoil: (value: string) => string | null): CellDefect['spoil'] =>
  (value, { type }) =>
    types.includes(type) ? spoil(value) : null;

const cell = (name: string, outcome: Outcome, spoil: CellDefect['spoil']): CellDefect => ({
  of: 'CELL',
  name,
  outcome,
  spoil,
});

/** The ways in which rows of real drops are broken or odd. */
export const DEFECTS: readonly (RowDefect | CellDefect)[] = [
  {
    of: 'ROW',
    name: 'column-lost',
    outcome: quarantined('COLUMN_COUNT'),
    spoil: (cells, random) => [cells.toSpliced(random.below(cells.length), 1).join(',')],
  },
  {
    of: 'ROW',
    name: 'columns-shifted',
    outcome: quarantined('COLUMN_COUNT'),
    spoil: (cells, random) => [cells.toSpliced(random.below(cells.length), 0, '').join(',')],
  },
  {
    of: 'ROW',
    name: 'row-repeated',
    outcome: { outcome: 'REPEATED', reason: '' },
    spoil: (cells) => [cells.join(','), cells.join(',')],
  },
  cell('wrong-check-digit', quarantined('BAD_ID_NUMBER'), ofType(['idNumber'], breakCheck)),
  cell('wrong-check-digit', quarantined('BAD_USCC'), ofType(['uscc'], breakCheck)),
  cell('full-width-digits', quarantined('BAD_ID_NUMBER'), ofType(['idNumber'], toFullWidth)),
  cell('full-width-digits', quarantined('BAD_DATE'), ofType(['date'], toFullWidth)),
  cell(
    'lower-case',
    NORMALISED,
    ofType(['idNumber', 'uscc'], (value) => value.toLowerCase()),
  ),
  cell(
    'spaces-around',
    NORMALISED,
    ofType(['text', 'date', 'code', 'idNumber'], (value) => ` ${value} `),
  ),
  cell(
    'date-with-slashes',
    NORMALISED,
    ofType(['date'], (value) => reform(value, (year, month, day) => `${year}/${Number(month)}/${Number(day)}`)),
  ),
  cell(
    'date-without-marks',
    NORMALISED,
    ofType(['date'], (value) => reform(value, (year, month, day) => year + month + day)),
  ),
  cell(
    'date-in-words',
    NORMALISED,
    ofType(['date'], (value) => reform(value, (year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)),
  ),
  cell(
    'no-such-day',
    quarantined('BAD_DATE'),
    ofType(['date'], (value) => reform(value, (year) => `${year}-02-30`)),
  ),
  cell('not-available', quarantined('BAD_DATE'), (value, { type, missing }) =>
    type === 'date' && missing.length === 0 && isoDay.test(value) ? '不详' : null,
  ),
  cell(
    'not-available',
    quarantined('UNKNOWN_CODE'),
    ofType(['code'], () => '未知项'),
  ),
  cell(
    'not-available',
    quarantined('BAD_NUMBER'),
    ofType(['integer', 'decimal'], () => '约三十'),
  ),
  cell('emptied', quarantined('REQUIRED'), (_, column) =>
    column.required && column.default === undefined ? '' : null,
  ),
  cell('mojibake', quarantined('MOJIBAKE'), (value, { type }) =>
    type === 'text' && /\p{Script=Han}/u.test(value) ? `${value.slice(0, 1)}锟斤拷${value.slice(2)}` : null,
  ),
];

const reform = (value: string, form: (year: string, month: string, day: string) => string): string | null => {
  const [, year, month, day] = isoDay.exec(value) ?? [];
  return year === undefined || month === undefined || day === undefined ? null : form(year, month, day);
};
