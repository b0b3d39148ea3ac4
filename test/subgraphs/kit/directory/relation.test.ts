import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES, publicViewer, type Viewer } from '../../../../schema/viewer.ts';
import type {
  CitizenEntry,
  DatedLink,
  EnterpriseEntry,
  Relation,
} from '../../../../subgraphs/kit/directory/directory.ts';
import {
  areBoundByMandate,
  handlesService,
  isInForce,
  relationOf,
} from '../../../../subgraphs/kit/directory/relation.ts';
import { homeIn } from '../../../support/homes.ts';

const TODAY = '2026-11-22';
const ME = 'c1_me';
const CHILD = 'c1_child';
const FIRM = '91310104MA1FPAA18P';

const citizen: Viewer = { ...publicViewer(TODAY), role: 'citizen', subject: ME };
const staffOf = (district: string | null): Viewer => ({
  ...publicViewer(TODAY),
  role: 'staff',
  subject: 'officer',
  department: 'civil-affairs',
  district,
});
const link = (since: string, until: string | null, id = ME): DatedLink => ({ id, since, until });
const child = (part: Partial<CitizenEntry>): CitizenEntry => ({
  kind: 'citizen',
  subject: CHILD,
  districts: homeIn('310104'),
  alive: true,
  mergedInto: null,
  guardians: [],
  spouses: [],
  kin: [],
  ...part,
});
const firm = (part: Partial<EnterpriseEntry>): EnterpriseEntry => ({
  kind: 'enterprise',
  subject: FIRM,
  district: '310104',
  alive: true,
  representatives: [],
  handlers: [],
  holders: [],
  ...part,
});
const open = link('2020-01-01', null);
const mandate = { ...open, mandate: 'm1', services: ['food-permit'] };

describe('relationOf', () => {
  it.each<[string, Viewer, CitizenEntry | EnterpriseEntry | null, string, Relation]>([
    ['oneself, without any entry', citizen, null, ME, 'SELF'],
    ['somebody the directory does not know', citizen, null, CHILD, 'OTHER'],
    ['a stranger', citizen, child({}), CHILD, 'OTHER'],
    ['a ward', citizen, child({ guardians: [open] }), CHILD, 'WARD'],
    ['a ward who is kin as well', citizen, child({ guardians: [open], kin: [open] }), CHILD, 'WARD'],
    ['a ward on the first day', citizen, child({ guardians: [link(TODAY, null)] }), CHILD, 'WARD'],
    ['a ward on the day before the first', citizen, child({ guardians: [link('2026-11-23', null)] }), CHILD, 'OTHER'],
    ['a ward on the last day', citizen, child({ guardians: [link('2020-01-01', '2026-11-23')] }), CHILD, 'WARD'],
    ['a ward on the day it ends', citizen, child({ guardians: [link('2020-01-01', TODAY)] }), CHILD, 'OTHER'],
    ['a dead ward while the interval holds', citizen, child({ alive: false, guardians: [open] }), CHILD, 'WARD'],
    ['the spouse', citizen, child({ spouses: [open] }), CHILD, 'SPOUSE'],
    ['the former spouse', citizen, child({ spouses: [link('2012-05-20', '2020-06-30')] }), CHILD, 'OTHER'],
    [
      'the spouse in a second marriage',
      citizen,
      child({ spouses: [link('2001-01-01', '2002-01-01'), open] }),
      CHILD,
      'SPOUSE',
    ],
    ['a parent', citizen, child({ kin: [open] }), CHILD, 'KIN'],
    ['somebody else’s ward', citizen, child({ guardians: [link('2020-01-01', null, 'c1_other')] }), CHILD, 'OTHER'],
    ['an id merged into the viewer', citizen, child({ subject: 'c1_old', mergedInto: ME }), 'c1_old', 'SELF'],
    [
      'an old id that resolved to the viewer’s entry',
      citizen,
      child({ subject: ME, mergedInto: ME }),
      'c1_old',
      'SELF',
    ],
    [
      'the enterprise one represents',
      citizen,
      firm({ representatives: [open], handlers: [mandate] }),
      FIRM,
      'REPRESENTED',
    ],
    ['the enterprise one represented', citizen, firm({ representatives: [link('2020-01-01', TODAY)] }), FIRM, 'OTHER'],
    ['the enterprise one handles', citizen, firm({ handlers: [mandate], holders: [open] }), FIRM, 'HANDLED'],
    ['a mandate withdrawn today', citizen, firm({ handlers: [{ ...mandate, until: TODAY }] }), FIRM, 'OTHER'],
    ['the enterprise one holds', citizen, firm({ holders: [open] }), FIRM, 'HELD'],
    ['a deregistered enterprise one held', citizen, firm({ alive: false, holders: [open] }), FIRM, 'HELD'],
    ['staff of the district', staffOf('310104'), child({}), CHILD, 'OWN_DISTRICT'],
    ['staff of another district', staffOf('310105'), child({}), CHILD, 'OTHER'],
    ['staff of the city', staffOf('310000'), child({}), CHILD, 'OWN_DISTRICT'],
    ['staff of the city, somebody of no district', staffOf('310000'), child({ districts: [] }), CHILD, 'OWN_DISTRICT'],
    ['staff without a district, somebody of none', staffOf(null), child({ districts: [] }), CHILD, 'OTHER'],
    ['staff of the city, somebody unknown', staffOf('310000'), null, CHILD, 'OTHER'],
    [
      'staff whose account is named like the subject',
      { ...staffOf('310105'), subject: CHILD },
      child({}),
      CHILD,
      'OTHER',
    ],
    ['the system', { ...publicViewer(TODAY), role: 'system', subject: 'tagging' }, null, CHILD, 'SYSTEM'],
    ['the public', publicViewer(TODAY), child({ guardians: [open] }), CHILD, 'OTHER'],
    ['a citizen without a subject', { ...citizen, subject: null }, child({ mergedInto: null }), CHILD, 'OTHER'],
  ])('%s', (_name, viewer, entry, subject, relation) => {
    expect(relationOf(viewer, entry, subject)).toBe(relation);
  });

  it('finds the relations of a viewer whose id was merged since the sign-in', () => {
    const entry = child({ guardians: [link('2020-01-01', null, 'c1_survivor')] });
    expect(relationOf(citizen, entry, CHILD, 'c1_survivor')).toBe('WARD');
    expect(relationOf(citizen, null, 'c1_survivor', 'c1_survivor')).toBe('SELF');
  });

  it('gives nobody but citizens a relation by links', () => {
    const entry = child({ guardians: [open], spouses: [open], kin: [open] });
    fc.assert(
      fc.property(fc.constantFrom(...ROLES.filter((role) => role !== 'citizen')), (role) => {
        expect(['SYSTEM', 'OWN_DISTRICT', 'OTHER']).toContain(relationOf({ ...citizen, role }, entry, CHILD));
      }),
    );
  });
});

describe('areBoundByMandate', () => {
  const represented = { representatives: [link('2020-01-01', null, 'c1_boss')] };
  const handled = firm({ ...represented, handlers: [mandate] });
  it.each<[string, (string | null)[], string[], EnterpriseEntry[], boolean]>([
    ['a representative and the handler', ['c1_boss'], [ME], [handled], true],
    ['a handler and the representative', [ME, null], ['c1_boss'], [handled], true],
    ['an id given up for the handler’s', ['c1_boss'], ['c1_old', ME], [handled], true],
    ['a handler and oneself', [ME], [ME], [handled], false],
    ['a stranger', ['c1_boss'], [CHILD], [handled], false],
    ['nobody', [null], [ME], [handled], false],
    [
      'a mandate that ended today',
      ['c1_boss'],
      [ME],
      [firm({ ...represented, handlers: [{ ...mandate, until: TODAY }] })],
      false,
    ],
    [
      'a representative until today',
      ['c1_boss'],
      [ME],
      [firm({ representatives: [link('2020-01-01', TODAY, 'c1_boss')], handlers: [mandate] })],
      false,
    ],
    ['two of two enterprises', ['c1_boss'], [ME], [firm(represented), firm({ handlers: [mandate] })], false],
  ])('%s', (_name, one, other, enterprises, bound) => {
    expect(areBoundByMandate(one, other, enterprises, TODAY)).toBe(bound);
  });
});

describe('handlesService', () => {
  it.each<[string, readonly (string | null)[], EnterpriseEntry, string, boolean]>([
    ['a service of the mandate', [ME], firm({ handlers: [mandate] }), 'food-permit', true],
    [
      'under the id that the viewer’s was merged into',
      ['c1_old', ME],
      firm({ handlers: [mandate] }),
      'food-permit',
      true,
    ],
    ['another service', [ME], firm({ handlers: [mandate] }), 'annual-report', false],
    ['a service that only begins alike', [ME], firm({ handlers: [mandate] }), 'food-permit-new', false],
    ['somebody else’s mandate', ['c1_boss', null], firm({ handlers: [mandate] }), 'food-permit', false],
    ['a mandate until today', [ME], firm({ handlers: [{ ...mandate, until: TODAY }] }), 'food-permit', false],
    ['a mandate from tomorrow', [ME], firm({ handlers: [{ ...mandate, since: '2026-11-23' }] }), 'food-permit', false],
    [
      'one of two mandates',
      [ME],
      firm({ handlers: [mandate, { ...mandate, mandate: 'm2', services: ['annual-report'] }] }),
      'annual-report',
      true,
    ],
    ['no mandate, as its representative', [ME], firm({ representatives: [open] }), 'food-permit', false],
  ])('%s', (_name, ids, enterprise, service, handles) => {
    expect(handlesService(ids, enterprise, service, TODAY)).toBe(handles);
  });
});

describe('isInForce', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('holds on exactly one side of the day two intervals meet', () => {
    fc.assert(
      fc.property(day, day, (meeting, today) => {
        const before = isInForce({ since: '0001-01-01', until: meeting }, today);
        const after = isInForce({ since: meeting, until: null }, today);
        expect([before, after].filter(Boolean)).toHaveLength(1);
      }),
    );
  });
});
