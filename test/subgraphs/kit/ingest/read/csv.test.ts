import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { parseCsvRecord } from '../../../../../subgraphs/kit/ingest/read/csv.ts';

const byPapa = (text: string): readonly string[] | null => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', quoteChar: '"' });
  return errors.length === 0 && data.length === 1 ? (data[0] ?? null) : null;
};

describe('a record of CSV', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['"a,b","say ""so""",', ['a,b', 'say "so"', '']],
    ['"two\nlines",x', ['two\nlines', 'x']],
    ['5" pipe,x', ['5" pipe', 'x']],
    ['"a" ,b', ['a', 'b']],
    ['"a,b', null],
    ['"a"b,c', null],
  ])('%j is %j', (text, columns) => {
    expect(parseCsvRecord(text, ',')).toEqual(columns);
  });

  it('is read as Papa Parse reads it', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', ',', 'a', ' ', '\n', '汉'), maxLength: 12 });
    fc.assert(
      fc.property(
        text.filter((each) => each.includes('"')),
        (each) => {
          expect(parseCsvRecord(each, ',')).toEqual(byPapa(each));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
