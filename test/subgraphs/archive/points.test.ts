import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cycleOf, pointsOn } from '../../../subgraphs/archive/points.ts';

describe('the cycle of points', () => {
  it.each([
    ['before the anniversary', '2018-11-25', '2026-11-22', '2025-11-25', '2026-11-25'],
    ['on the anniversary', '2018-11-25', '2026-11-25', '2026-11-25', '2027-11-25'],
    ['of 29 February, in common years from 1 March', '2012-02-29', '2026-02-28', '2025-03-01', '2026-03-01'],
    ['of 29 February, in leap years from that day', '2012-02-29', '2028-02-29', '2028-02-29', '2029-03-01'],
  ])('is found %s', (_where, licensedOn, day, since, until) => {
    expect(cycleOf(licensedOn, day)).toEqual({ since, until });
  });

  it('holds the day, and follows the one before without a gap', () => {
    const days = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [licensedOn = '', day = ''] = [one, other].sort();
        const { since, until } = cycleOf(licensedOn, day);
        expect(since <= day && day < until).toBe(true);
        expect(cycleOf(licensedOn, until).since).toBe(until);
      }),
    );
  });
});

describe('points on a day', () => {
  const driver = { licensedOn: '2018-11-25', clearedOn: null };
  const paid = { on: '2026-07-01', servedOn: '2026-07-05', paidOn: '2026-07-05', points: 6 };

  it('are those of the present cycle, and gone with it once the fine is paid', () => {
    expect(pointsOn('2026-11-24', driver, [paid])).toBe(6);
    expect(pointsOn('2026-11-25', driver, [paid])).toBe(0);
  });

  it('are carried over while the fine is not paid, and fall at the end of the cycle in which it is', () => {
    const late = { ...paid, paidOn: '2027-01-10' };
    expect(pointsOn('2026-11-25', driver, [{ ...late, paidOn: null }])).toBe(6);
    expect(pointsOn('2027-11-24', driver, [late])).toBe(6);
    expect(pointsOn('2027-11-25', driver, [late])).toBe(0);
  });

  it('do not count before the decision, nor without a licence', () => {
    expect(pointsOn('2026-07-04', driver, [paid])).toBe(0);
    expect(pointsOn('2026-11-24', { ...driver, licensedOn: null }, [paid])).toBe(0);
  });

  it('begin anew after the examination for twelve of them', () => {
    const cleared = { ...driver, clearedOn: '2026-08-01' };
    expect(pointsOn('2026-08-01', cleared, [paid])).toBe(0);
    expect(pointsOn('2026-07-31', cleared, [paid])).toBe(6);
    expect(pointsOn('2026-09-10', cleared, [paid, { ...paid, servedOn: '2026-09-01', points: 3 }])).toBe(3);
  });
});
