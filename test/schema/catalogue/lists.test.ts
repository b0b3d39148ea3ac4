import { expect, it } from '@jest/globals';
import { parseLists, readLists } from '../../../schema/catalogue/lists.ts';

it.each([
  ['an unknown key', { demand: [{ departement: 'tax' }] }],
  [
    'a day that does not exist',
    { demand: [{ department: 'tax', purpose: 'a', scope: 'ALL', since: '2026-02-30', items: {} }] },
  ],
  [
    'a scope that does not exist',
    { demand: [{ department: 'tax', purpose: 'a', scope: 'SOME', since: '2026-01-01', items: {} }] },
  ],
  ['a cycle that is no duration', { responsibility: [{ department: 'tax', cycle: 'daily', items: {} }] }],
  ['a relation that does not exist', { relations: { FRIEND: {} } }],
  ['a relation left out', { relations: { SELF: {} } }],
  ['a purpose without a ground in law', { purposes: [{ code: 'a', name: 'a', nameEn: 'a' }] }],
])('refuses %s', (_what, part) => {
  expect(() => parseLists({ ...readLists(), ...part })).toThrow();
});

it('reads the lists of the folder', () => {
  expect(parseLists(readLists())).toEqual(readLists());
});
