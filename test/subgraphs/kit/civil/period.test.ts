import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toCivil, toDay } from '../../../../subgraphs/kit/civil/day.ts';
import { addPeriod, reversed, toPeriod } from '../../../../subgraphs/kit/civil/period.ts';

const DAY_MS = 86_400_000;
const days = fc.integer({ min: toDay('1800-01-01'), max: toDay('2200-12-31') });

describe('civil days', () => {
  it('are those of the calendar', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(toCivil(day)).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10));
        expect(toDay(toCivil(day))).toBe(day);
      }),
    );
  });

  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '20270401', '2027-4-1', ''])(
    'refuses %p, which no calendar has',
    (text) => {
      expect(() => toDay(text)).toThrow(`Expected a civil day, YYYY-MM-DD, but got: ${text}`);
    },
  );
});

describe('a period after a day', () => {
  it.each([
    ['2020-02-29', 'P1Y', '2021-03-01'],
    ['2020-02-29', 'P4Y', '2024-02-29'],
    ['2021-02-28', 'P6Y', '2027-02-28'],
    ['2027-01-31', 'P1M', '2027-03-01'],
    ['2027-01-31', 'P2M', '2027-03-31'],
    ['2027-12-31', 'P2M', '2028-03-01'],
    ['2028-01-31', 'P1M', '2028-03-01'],
    ['2027-03-08', 'P1W', '2027-03-15'],
    ['2027-12-01', 'P1M', '2028-01-01'],
    ['2027-03-08', 'P1Y2M3D', '2028-05-11'],
  ])('%s + %s is %s', (day, period, expected) => {
    expect(toCivil(addPeriod(toDay(day), toPeriod(period)))).toBe(expected);
  });

  it.each([
    ['2027-03-31', 'P1M', '2027-03-01'],
    ['2027-01-15', 'P1M', '2026-12-15'],
    ['2024-02-29', 'P1Y', '2023-03-01'],
    ['2027-03-08', 'P90D', '2026-12-08'],
  ])('%s − %s is %s', (day, period, expected) => {
    expect(toCivil(addPeriod(toDay(day), reversed(toPeriod(period))))).toBe(expected);
  });

  it('is never earlier for a later day', () => {
    const periods = fc.record({
      months: fc.integer({ min: -1_200, max: 1_200 }),
      days: fc.integer({ min: -400, max: 400 }),
    });
    fc.assert(fc.property(days, periods, (day, period) => addPeriod(day, period) <= addPeriod(day + 1, period)));
  });

  it('leaves what lies before and after all days where it is', () => {
    expect(addPeriod(Infinity, toPeriod('P1Y'))).toBe(Infinity);
    expect(addPeriod(-Infinity, reversed(toPeriod('P1Y1D')))).toBe(-Infinity);
  });

  it.each(['P', 'P1', '1Y', 'PT1H', 'P-1Y', ''])('refuses %p', (duration) => {
    expect(() => toPeriod(duration)).toThrow('Expected an ISO 8601 duration');
  });
});
