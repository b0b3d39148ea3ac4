import { describe, expect, it } from '@jest/globals';
import { reportDueOn } from '../../../subgraphs/enterprises/report-terms.ts';

describe('the day by which an annual report is due', () => {
  it.each([
    [2013, '2015-06-30'],
    [2014, '2015-06-30'],
    [2015, '2016-06-30'],
    [2025, '2026-06-30'],
  ])('for %i is %s', (year, day) => {
    expect(reportDueOn(year)).toBe(day);
  });
});
