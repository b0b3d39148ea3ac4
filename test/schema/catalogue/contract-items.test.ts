import { expect, it } from '@jest/globals';
import { readContractItems } from '../../../schema/catalogue/contract-items.ts';

it('reads coordinate, description, mask and sensitivity of each item, in the order of the text', () => {
  const sdl = `type Household { "Where." address(reveal: Boolean): Address @item(mask: ADDRESS) since: Date! }
    type Citizen @key(fields: "id") { id: ID! "Disability." disability: Disability @item(sensitive: HEALTH) }`;
  expect(readContractItems([sdl])).toEqual({
    items: [
      { coordinate: 'Household.address', description: 'Where.', mask: 'ADDRESS', sensitive: null },
      { coordinate: 'Citizen.disability', description: 'Disability.', mask: null, sensitive: 'HEALTH' },
    ],
    uncatalogued: [],
  });
});

it.each([
  ['an entity field without @item', 'type A @key(fields: "id") { id: ID! b: Int }', ['A.b']],
  ['one that another registry contributes', 'extend type A @key(fields: "id") { id: ID! b: Int }', ['A.b']],
  ['neither part of a compound key', 'type A @key(fields: "id year") { id: ID! year: Int! }', []],
  ['nor what belongs to another registry', 'type A @key(fields: "id") { id: ID! b: Int @external }', []],
  ['nor a value object', 'type A { b: Int }', []],
  ['nor an entity that says nothing of anybody', 'type A @key(fields: "id") @public { id: ID! b: Int }', []],
])('names %s', (_what, sdl, uncatalogued) => {
  expect(readContractItems([sdl]).uncatalogued).toEqual(uncatalogued);
});
