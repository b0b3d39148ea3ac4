import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isShut, openSlots, parseSlotId, slotsOn, toSlotId } from '../../../subgraphs/transactions/slots.ts';
import { toHoursText } from '../../../subgraphs/transactions/office-hours.ts';
import { CATALOGUE } from './fixture-catalogue.ts';

const office = (() => {
  const found = CATALOGUE.offices.get('xuhui');
  if (found === undefined) throw new Error('The small catalogue has lost its office.');
  return found;
})();
const MONDAY = '2026-11-23';

describe('the slots of an office', () => {
  it('are whole ones within its hours of the weekday, in Shanghai time', () => {
    const slots = slotsOn(office, 'dog-licence', MONDAY);
    expect(slots).toHaveLength(12);
    expect(slots[0]).toEqual({
      office: 'xuhui',
      service: 'dog-licence',
      from: '2026-11-23T01:00:00.000Z',
      until: '2026-11-23T01:30:00.000Z',
      capacity: 2,
    });
    // The last twenty minutes before 16:50 are no slot.
    expect(slots.at(-1)?.until).toBe('2026-11-23T08:30:00.000Z');
  });

  it('are none on a day of the week on which it does not open', () => {
    expect(slotsOn(office, 'dog-licence', '2026-11-22')).toEqual([]);
  });

  it.each([
    ['a holiday', '2027-01-01', [], true],
    ['the first day of a closure', '2026-11-23', [{ since: '2026-11-23', until: '2026-11-25' }], true],
    ['the day on which it opens again', '2026-11-25', [{ since: '2026-11-23', until: '2026-11-25' }], false],
    ['any other day', '2026-11-24', [], false],
  ])('on %s', (_what, day, closures, shut) => {
    expect(isShut(office, day, closures)).toBe(shut);
    const open = openSlots({
      office,
      service: 'dog-licence',
      from: day,
      until: `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`,
      closures,
      now: new Date('2026-11-22T02:00:00Z'),
    });
    expect(open.length > 0).toBe(!shut);
  });

  it('leave out what has begun', () => {
    const asked = { office, service: 'dog-licence', from: MONDAY, until: '2026-11-24', closures: [] };
    const [next] = openSlots({ ...asked, now: new Date('2026-11-23T01:30:00Z') });
    expect(next?.from).toBe('2026-11-23T02:00:00.000Z');
  });

  it('never overlap, and lie within the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 5, max: 120 }),
        fc.integer({ min: 1, max: 100 }),
        (days, slotMinutes, counters) => {
          const day = new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10);
          const slots = slotsOn({ ...office, slotMinutes, counters }, 'dog-licence', day);
          for (const [index, slot] of slots.entries()) {
            expect(Date.parse(slot.until) - Date.parse(slot.from)).toBe(slotMinutes * 60_000);
            expect(slot.capacity).toBe(counters);
            const before = slots[index - 1];
            if (before !== undefined) expect(Date.parse(slot.from)).toBeGreaterThanOrEqual(Date.parse(before.until));
          }
        },
      ),
    );
  });
});

describe('the id of a slot', () => {
  it('is one for one office, service and time, and tells them back', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 5_000_000_000 }), (place, service, minutes) => {
        const slot = { office: place, service, from: new Date((minutes * 1_000 * 60) % 4e12).toISOString() };
        const whole = { ...slot, from: `${slot.from.slice(0, 17)}00.000Z` };
        expect(parseSlotId(toSlotId(whole))).toEqual(whole);
        expect(toSlotId(whole)).toBe(toSlotId({ ...whole }));
      }),
    );
  });

  it.each([
    '',
    's1_',
    's1_!!',
    'x1_WzFd',
    `s1_${Buffer.from('[1,2,3]').toString('base64url')}`,
    `s1_${Buffer.from('["a","b",1e300]').toString('base64url')}`,
    `${toSlotId({ office: 'a', service: 'b', from: '2026-11-23T01:00:00Z' })}=`,
  ])('is not %j', (id) => {
    expect(parseSlotId(id)).toBeNull();
  });
});

describe('opening hours in words', () => {
  it('put days in a row with the same hours together', () => {
    const week = [{ from: '09:00', until: '17:00' }];
    expect(toHoursText({ ...office.hours })).toBe('周一至周五 09:00-11:30、13:00-16:50');
    expect(toHoursText({ MON: week, TUE: week, THU: week, SAT: [{ from: '09:00', until: '12:00' }] })).toBe(
      '周一至周二 09:00-17:00；周四 09:00-17:00；周六 09:00-12:00',
    );
  });
});
