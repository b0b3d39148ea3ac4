import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { livesIn } from '../../../../subgraphs/kit/directory/lives-in.ts';
import type { DatedDistrict } from '../../../../subgraphs/kit/directory/directory.ts';
import { districtOn } from '../../../../subgraphs/kit/directory/district.ts';
import { eachEngine } from '../../../support/stores.ts';
import { openDesk, PUTUO, XUHUI, type Desk } from '../../governance/desk.ts';

const DAYS = ['1999-12-31', '2000-01-01', '2026-11-21', '2026-11-22', '2026-11-23', '2030-01-01'];
const home = (district: string, since: string, until: string | null): DatedDistrict => ({ district, since, until });

const HOMES: Readonly<Record<string, readonly DatedDistrict[]>> = {
  'no home': [],
  'one home': [XUHUI],
  'two homes in force': [XUHUI, PUTUO],
  'a home that ends on a day': [home('310104', '2000-01-01', '2026-11-22')],
  'a home that begins on a day': [home('310104', '2026-11-22', null)],
  'a move on a day': [home('310107', '2026-11-22', null), home('310104', '2000-01-01', '2026-11-22')],
  'an ended home before one in force': [home('310104', '2000-01-01', '2026-11-22'), PUTUO],
  'two homes that ended': [home('310104', '2000-01-01', '2010-01-01'), home('310107', '2001-01-01', '2009-01-01')],
  'two homes that ended together': [
    home('310104', '2000-01-01', '2010-01-01'),
    home('310107', '2000-01-01', '2010-01-01'),
  ],
};

describe('where somebody lives', () => {
  eachEngine((database) => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await openDesk(database());
      await desk.tell(
        ...Object.entries(HOMES).map(([subject, districts]) => ({ subject: `c1_${subject}`, districts })),
        { subject: 'c1_merged', districts: [PUTUO], mergedInto: 'c1_between' },
        { subject: 'c1_between', districts: [PUTUO], mergedInto: 'c1_one home' },
      );
    }, 60_000);
    afterAll(() => desk.close());

    const findDistricts = (subject: string, day: string) =>
      desk.store.read({ holder: 'test' }, async (executor) => {
        const found: string[] = [];
        for (const district of ['310104', '310107', '310000', null]) {
          const { rows } = await sql<{ lives: boolean | null }>`
            select ${livesIn('governance', sql<string>`${subject}::text`, district, day)} as lives`.execute(executor);
          if (rows[0]?.lives === true) found.push(district ?? 'null');
        }
        return found;
      });

    it.each(Object.entries(HOMES))('is the same in SQL as for the rules: %s', async (subject, districts) => {
      for (const day of DAYS) {
        const entry = { kind: 'citizen' as const, subject, districts, alive: true, mergedInto: null };
        const expected = districtOn({ ...entry, guardians: [], spouses: [], kin: [] }, day);
        expect({ day, found: await findDistricts(`c1_${subject}`, day) }).toEqual({
          day,
          found: expected === null ? [] : [expected],
        });
      }
    });

    it('is where the survivor of a merge lives, and nowhere for who is not known', async () => {
      expect(await findDistricts('c1_merged', '2026-11-22')).toEqual(['310104']);
      expect(await findDistricts('c1_nobody', '2026-11-22')).toEqual([]);
    });
  });
});
