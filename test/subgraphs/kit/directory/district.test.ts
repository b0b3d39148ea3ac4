import { describe, expect, it } from '@jest/globals';
import type { CitizenEntry, DatedDistrict } from '../../../../subgraphs/kit/directory/directory.ts';
import { coversDistrict, districtOn } from '../../../../subgraphs/kit/directory/district.ts';
import { emptyEntry } from '../../../../subgraphs/kit/directory/empty-entry.ts';

const TODAY = '2026-11-22';
const home = (district: string, since: string, until: string | null): DatedDistrict => ({ district, since, until });
const livingIn = (...districts: DatedDistrict[]) => ({ ...emptyEntry('c1_lin'), districts }) as CitizenEntry;

describe('districtOn', () => {
  it.each<[string, DatedDistrict[], string | null]>([
    ['no home in the city', [], null],
    ['the first home in force', [home('310104', '2020-01-01', null), home('310109', '2001-01-01', null)], '310104'],
    ['a home on its first day', [home('310104', TODAY, null), home('310109', '2001-01-01', null)], '310104'],
    ['not yet a home', [home('310104', '2026-11-23', null), home('310109', '2001-01-01', null)], '310109'],
    [
      'no home any more on the day it ends',
      [home('310104', '2020-01-01', TODAY), home('310109', '2001-01-01', null)],
      '310109',
    ],
    [
      'the home left last',
      [home('310104', '2010-01-01', '2012-01-01'), home('310109', '2001-01-01', '2015-01-01')],
      '310109',
    ],
    ['no home before the first', [home('310104', '2026-11-23', null)], null],
  ])('%s', (_name, homes, district) => {
    expect(districtOn(livingIn(...homes), TODAY)).toBe(district);
  });

  it('is the registered one of an enterprise', () => {
    const entry = emptyEntry('91310104MA1FPAA18P');
    expect(districtOn({ ...entry, district: '310104' } as typeof entry, TODAY)).toBe('310104');
  });
});

describe('coversDistrict', () => {
  it.each<[string | null, string | null, boolean]>([
    ['310104', '310104', true],
    ['310104', '310105', false],
    ['310104', null, false],
    ['310000', '310105', true],
    ['310000', null, true],
    [null, null, false],
  ])('staff of %s, a subject of %s', (own, district, covered) => {
    expect(coversDistrict(own, district)).toBe(covered);
  });
});
