import { describe, expect, it } from '@jest/globals';
import { findCatalogueFaults } from '../../../schema/catalogue/faults.ts';
import type { Lists } from '../../../schema/catalogue/lists.ts';
import { contractOf, lists } from './small-lists.ts';

const [police] = lists().responsibility;
const [audit] = lists().demand;
const withEntry = <K extends 'demand' | 'responsibility'>(list: K, entry: Partial<Lists[K][number]>): Lists => ({
  ...lists(),
  [list]: [{ ...(list === 'demand' ? audit : police), ...entry }],
});

it('finds nothing wrong when contract and lists agree', () => {
  expect(findCatalogueFaults(contractOf(), lists())).toEqual([]);
});

it.each<[string, string]>([
  ['"Age." age: Int', 'Citizen.age is a field of an entity and has no @item.'],
  ['name: String @item', 'Citizen.name has no description.'],
])('finds a field that says too little: %s', (field, fault) => {
  const others = '"Name." name: String @item "Phone." phone: String @item';
  expect(
    findCatalogueFaults(
      contractOf(field.includes('name') ? `${field} "P." phone: String @item` : `${field} ${others}`),
      lists(),
    ),
  ).toEqual([fault]);
});

it.each<[string, Lists, string]>([
  [
    'an item that nobody answers for',
    withEntry('responsibility', { items: { Citizen: ['name'] } }),
    'Citizen.phone is in no responsibility list.',
  ],
  [
    'an item that two answer for',
    { ...lists(), responsibility: [...lists().responsibility, ...lists().responsibility] },
    'Citizen.name has two responsible departments.',
  ],
  [
    'a list with a field that does not exist',
    withEntry('demand', { items: { Citizen: ['nmae'] } }),
    'demand.yaml names Citizen.nmae, which is no item.',
  ],
  [
    'a list with a type that does not exist',
    withEntry('demand', { items: { Cat: '*' } }),
    'demand.yaml names Cat.*, which is no item.',
  ],
  [
    'an exception that does not exist',
    { ...lists(), relations: { ...lists().relations, KIN: { Citizen: { except: ['age'] } } } },
    'relations.yaml names Citizen.age, which is no item.',
  ],
  [
    'a withheld item that does not exist',
    { ...lists(), negative: [{ item: 'Citizen.age', because: 'a law' }] },
    'negative.yaml names Citizen.age, which is no item.',
  ],
  [
    'a department without a name',
    withEntry('demand', { department: 'customs' }),
    'A list names the department customs, which departments.yaml does not have.',
  ],
  [
    'a purpose without a name',
    withEntry('demand', { purpose: 'curiosity' }),
    'A list names the purpose curiosity, which purposes.yaml does not have.',
  ],
  [
    'a demand for what is withheld',
    withEntry('demand', { items: { Citizen: ['phone'] } }),
    'demand.yaml gives Citizen.phone to tax for audit, but negative.yaml withholds it.',
  ],
  [
    'a grant that ends before it begins',
    withEntry('demand', { until: '2023-01-01' }),
    'demand.yaml: tax × audit ends before it begins.',
  ],
  [
    'a grant given twice',
    { ...lists(), demand: [...lists().demand, ...lists().demand] },
    'demand.yaml has tax × audit × Citizen.name × ALL twice.',
  ],
  [
    'a code given twice',
    { ...lists(), purposes: [...lists().purposes, ...lists().purposes] },
    'purposes.yaml has audit twice.',
  ],
])('finds %s', (_what, wrong, fault) => {
  expect(findCatalogueFaults(contractOf(), wrong)).toContain(fault);
});

it('lets the responsible department keep what it withholds from others', () => {
  const own = withEntry('demand', { department: 'police', items: { Citizen: ['phone'] } });
  expect(findCatalogueFaults(contractOf(), own)).toEqual([]);
});

describe('a masked ID number', () => {
  const contract = contractOf(
    '"Name." name: String @item "Phone." phone: String @item "Number." idNumber: String @item(mask: ID_NUMBER) "Day." birthDate: Date @item',
  );
  const granting = (...entries: readonly Partial<Lists['demand'][number]>[]): Lists => ({
    ...lists(),
    demand: entries.map((entry) => ({ ...audit, ...entry }) as Lists['demand'][number]),
  });
  const number = { scope: 'MASKED' as const, items: { Citizen: ['idNumber'] as [string] } };
  const day = { items: { Citizen: ['birthDate'] as [string] } };
  const fault = 'demand.yaml gives tax × audit a masked Citizen.idNumber and Citizen.birthDate, which tells the rest.';

  it.each<[string, Lists]>([
    ['in one grant', granting({ scope: 'MASKED', items: { Citizen: ['idNumber', 'birthDate'] } })],
    ['in all items', granting({ scope: 'MASKED', items: { Citizen: '*' } })],
    ['in two grants', granting(number, { ...day, scope: 'MASKED' })],
    ['with the birth date of those of the district', granting(number, { ...day, scope: 'OWN_DISTRICT' })],
  ])('is not granted with the birth date to one department for one purpose: %s', (_how, wrong) => {
    expect(findCatalogueFaults(contract, wrong)).toContain(fault);
  });

  it.each<[string, Lists]>([
    ['another department has the birth date', granting(number, { ...day, department: 'police' })],
    ['the number is not masked', granting({ ...number, scope: 'OWN_DISTRICT' }, { ...day, scope: 'OWN_DISTRICT' })],
  ])('is none of it when %s', (_why, right) => {
    expect(findCatalogueFaults(contract, right)).toEqual([]);
  });
});
