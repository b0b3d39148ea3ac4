import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDecimal, checkInteger, shiftDecimal } from '../../../../../subgraphs/kit/ingest/check/number.ts';

describe('shiftDecimal', () => {
  it.each([
    ['858', 4, '8580000'],
    ['1520.3700', 4, '15203700'],
    ['40', -2, '0.4'],
    ['0.00', 4, '0'],
    ['-12.5', -2, '-0.125'],
    ['007.10', 0, '7.1'],
  ])('moves the point of %s by %i', (decimal, places, moved) => expect(shiftDecimal(decimal, places)).toBe(moved));

  it('comes back where it was', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 9 }),
        (whole, places) => shiftDecimal(shiftDecimal(String(whole), -places), places) === String(whole),
      ),
    ));
});

describe('numbers', () => {
  const range = { min: 0, max: 100_000 };
  it.each([
    ['12', { ok: true, value: '12' }],
    ['1,200', { ok: true, value: '1200', normalised: 'CODE_FORM' }],
    ['-1', { ok: false, code: 'BAD_NUMBER' }],
    ['1.5', { ok: false, code: 'BAD_NUMBER' }],
    ['x', { ok: false, code: 'BAD_NUMBER' }],
  ])('checks the integer %s', (text, answer) => expect(checkInteger(text, range)).toEqual(answer));
  it.each([
    ['40%', '0.4'],
    ['33.34', '0.3334'],
    ['100', '1'],
  ])('reads the share %s', (text, value) =>
    expect(checkDecimal(text, { min: 0, max: 1, percent: true })).toEqual({ ok: true, value }),
  );
  it('refuses a share of more than all', () =>
    expect(checkDecimal('101%', { min: 0, max: 1, percent: true })).toEqual({ ok: false, code: 'BAD_NUMBER' }));
});
