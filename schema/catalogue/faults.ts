import type { ContractItems } from './contract-items.ts';
import type { Lists } from './lists.ts';
import { selectCoordinates } from './selection.ts';

/**
 * What is wrong between contract and lists, one sentence each: an entity field without `@item`, an item without
 * description or in no responsibility list, a list naming what does not exist, a demand for what may not be shared.
 */
export function findCatalogueFaults({ items, uncatalogued }: ContractItems, lists: Lists): readonly string[] {
  const coordinates = items.map(({ coordinate }) => coordinate);
  const select = (list: string, selection: Parameters<typeof selectCoordinates>[0]) => {
    const { selected, unknown } = selectCoordinates(selection, coordinates);
    return { selected, faults: unknown.map((coordinate) => `${list} names ${coordinate}, which is no item.`) };
  };

  const responsible = lists.responsibility.map((entry) => ({
    ...entry,
    ...select('responsibility.yaml', entry.items),
  }));
  const demanded = lists.demand.map((entry) => ({ ...entry, ...select('demand.yaml', entry.items) }));
  const related = Object.values(lists.relations).map((selection) => select('relations.yaml', selection));

  const owners = responsible.flatMap(({ selected, department }) => selected.map((item) => ({ item, department })));
  const owned = owners.map(({ item }) => item);
  const withheld = new Set(lists.negative.map(({ item }) => item));
  const ownerOf = new Map(owners.map(({ item, department }) => [item, department]));
  const grants = demanded.flatMap((entry) => entry.selected.map((item) => ({ ...entry, item })));

  return [
    ...uncatalogued.map((coordinate) => `${coordinate} is a field of an entity and has no @item.`),
    ...items.flatMap(({ coordinate, description }) =>
      description === '' ? [`${coordinate} has no description.`] : [],
    ),
    ...repeated(coordinates).map((coordinate) => `${coordinate} is an item of two subgraphs.`),
    ...coordinates
      .filter((coordinate) => !owned.includes(coordinate))
      .map((coordinate) => `${coordinate} is in no responsibility list.`),
    ...repeated(owned).map((coordinate) => `${coordinate} has two responsible departments.`),
    ...[...responsible, ...demanded, ...related].flatMap(({ faults }) => faults),
    ...[...withheld]
      .filter((item) => !coordinates.includes(item))
      .map((item) => `negative.yaml names ${item}, which is no item.`),
    ...unknownCodes(
      'department',
      [...responsible, ...demanded].map(({ department }) => department),
      lists.departments,
    ),
    ...unknownCodes(
      'purpose',
      demanded.map(({ purpose }) => purpose),
      lists.purposes,
    ),
    ...grants.flatMap(({ department, purpose, item }) =>
      withheld.has(item) && ownerOf.get(item) !== department
        ? [`demand.yaml gives ${item} to ${department} for ${purpose}, but negative.yaml withholds it.`]
        : [],
    ),
    ...repeated(
      grants.map(({ department, purpose, scope, item }) => `${department} × ${purpose} × ${item} × ${scope}`),
    ).map((grant) => `demand.yaml has ${grant} twice.`),
    ...findUnmasked(grants),
    ...demanded.flatMap(({ department, purpose, since, until }) =>
      until !== null && until <= since ? [`demand.yaml: ${department} × ${purpose} ends before it begins.`] : [],
    ),
    ...(['departments', 'purposes'] as const).flatMap((list) =>
      repeated(lists[list].map(({ code }) => code)).map((code) => `${list}.yaml has ${code} twice.`),
    ),
  ];
}

interface Grant {
  department: string;
  purpose: string;
  scope: string;
  item: string;
}

/**
 * A masked ID number (GB 11643) hides the place and the birth date: with the birth date beside it only the place is left, of
 * which the city has sixteen.
 */
const findUnmasked = (grants: readonly Grant[]): readonly string[] => {
  const duty = ({ department, purpose }: Grant) => `${department} × ${purpose}`;
  const granted = (item: string) => grants.filter((grant) => grant.item === item);
  const born = new Set(granted('Citizen.birthDate').map(duty));
  const masked = granted('Citizen.idNumber').filter(({ scope }) => scope === 'MASKED');
  return masked
    .filter((grant) => born.has(duty(grant)))
    .map(
      (grant) =>
        `demand.yaml gives ${duty(grant)} a masked Citizen.idNumber and Citizen.birthDate, which tells the rest.`,
    );
};

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const unknownCodes = (what: string, named: readonly string[], known: readonly { code: string }[]): readonly string[] =>
  [...new Set(named)]
    .filter((name) => !known.some(({ code }) => code === name))
    .map((name) => `A list names the ${what} ${name}, which ${what}s.yaml does not have.`);
