import { expect, it } from '@jest/globals';
import type { Selection } from '../../../schema/catalogue/lists.ts';
import { selectCoordinates } from '../../../schema/catalogue/selection.ts';

const coordinates = ['Citizen.name', 'Citizen.sex', 'CitizenCard.number'];

it.each<[Selection, string[], string[]]>([
  [{ Citizen: '*' }, ['Citizen.name', 'Citizen.sex'], []],
  [{ Citizen: ['sex'] }, ['Citizen.sex'], []],
  [{ Citizen: { except: ['sex'] } }, ['Citizen.name'], []],
  [{ Citizen: ['age'], CitizenCard: '*' }, ['CitizenCard.number'], ['Citizen.age']],
  [{}, [], []],
])('%j selects %j and knows not %j', (selection, selected, unknown) => {
  expect(selectCoordinates(selection, coordinates)).toEqual({ selected, unknown });
});
