import { describe, expect, it } from '@jest/globals';
import { highestEducationOn } from '../../../../subgraphs/personal/resolvers/highest-education.ts';

const day = '2026-11-22';
const bachelor = { stage: 'BACHELOR', until: '2022-06-30', graduated: true } as const;

describe('highest education', () => {
  it('is the highest level that was completed', () => {
    expect(
      highestEducationOn(day, [bachelor, { stage: 'SENIOR_SECONDARY', until: '2018-06-30', graduated: true }], null),
    ).toBe('BACHELOR');
  });

  it('does not count a school that was left or that goes on', () => {
    const left = { stage: 'COLLEGE', until: '2015-01-15', graduated: false } as const;
    const goingOn = { stage: 'MASTER', until: null, graduated: null } as const;
    expect(highestEducationOn(day, [goingOn, left], null)).toBeNull();
  });

  it('does not count a graduation before its day', () => {
    expect(highestEducationOn('2022-06-29', [bachelor], 'SENIOR_SECONDARY')).toBe('SENIOR_SECONDARY');
  });

  it('falls back on the population register where that knows of more', () => {
    expect(highestEducationOn(day, [bachelor], 'DOCTORATE')).toBe('DOCTORATE');
  });
});
