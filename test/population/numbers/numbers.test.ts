import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkIdNumber } from '../../../subgraphs/kit/ingest/check/id-number.ts';
import { checkUscc } from '../../../subgraphs/kit/ingest/check/uscc.ts';
import { dayOf } from '../days.ts';
import { birthDayFor, MOST_CITIZENS, SHANGHAI, slotOf, toIdNumber, toNumberBefore } from './id-number.ts';
import { toPhone } from './phone.ts';
import { toUscc } from './uscc.ts';

const serials = fc.integer({ min: 0, max: MOST_CITIZENS - 1 });
const days = fc.integer({ min: dayOf(1930, 1, 1), max: dayOf(2026, 11, 22) });
const provinces = fc.constantFrom(SHANGHAI, '34', '32', '11', '62');

describe('an ID number of the city', () => {
  it('passes the check of the register', () => {
    fc.assert(
      fc.property(serials, days, provinces, fc.boolean(), (serial, day, province, isMale) => {
        const slot = slotOf(serial, province);
        const born = birthDayFor(day, slot);
        expect(born).toBeLessThanOrEqual(day);
        expect(day - born).toBeLessThan(64);
        expect(checkIdNumber(toIdNumber(slot, born, isMale)).ok).toBe(true);
        expect(checkIdNumber(toNumberBefore(slot, born, isMale)).ok).toBe(true);
      }),
    );
  });

  it('can be nobody’s: GB/T 2260 has never given its address code out', () => {
    fc.assert(
      fc.property(serials, days, provinces, (serial, day, province) => {
        const slot = slotOf(serial, province);
        const number = toIdNumber(slot, birthDayFor(day, slot), true);
        const prefecture = Number(number.slice(2, 4));
        expect(prefecture).toBeGreaterThan(province === SHANGHAI ? 2 : 90);
      }),
    );
  });

  it('is one’s own, even where serials share all but the birth day', () => {
    fc.assert(
      fc.property(serials, serials, days, provinces, (one, other, day, province) => {
        fc.pre(one !== other);
        const [first, second] = [one, other].map((serial) => {
          const slot = slotOf(serial, province);
          return toIdNumber(slot, birthDayFor(day, slot), false);
        });
        expect(first).not.toBe(second);
      }),
    );
    const spaces = [
      [SHANGHAI, 97 * 99 * 500],
      ['34', 9 * 99 * 500],
    ] as const;
    for (const [province, slots] of spaces) {
      const [one, other] = [slotOf(17, province), slotOf(17 + slots, province)];
      expect(one.prefix + String(one.sequence)).toBe(other.prefix + String(other.sequence));
      expect(one.dayClass).not.toBe(other.dayClass);
    }
  });
});

describe('a code of an enterprise of the city', () => {
  it('passes both check digits and is registered where nobody registers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 880_000_000 }), (serial) => {
        const uscc = toUscc('91', '310104', serial);
        expect(checkUscc(uscc)).toEqual({ ok: true, value: uscc });
        expect(uscc.slice(2, 6)).toBe('3199');
      }),
    );
  });

  it('is its own', () => {
    const codes = new Set(Array.from({ length: 20_000 }, (_, serial) => toUscc('92', '310101', serial)));
    expect(codes.size).toBe(20_000);
  });
});

describe('a mobile number of the city', () => {
  it('is under 164, and its own', () => {
    const phones = Array.from({ length: 20_000 }, (_, serial) => toPhone(serial));
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.every((phone) => /^164\d{8}$/.test(phone))).toBe(true);
  });
});
