import { loadPeople, type DemoPerson } from '../../gateway/issuer/people.ts';

const people = await loadPeople();
const byId = new Map(people.map((person) => [person.id, person]));

/** Somebody of the demo cast, by slug (`lin-xiaomei`). */
export const person = (id: string): DemoPerson => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`Nobody in the demo cast is called ${id}.`);
  return found;
};

/** The ID number of a citizen of the demo cast. */
export const idNumberOf = (id: string): string => {
  const found = person(id);
  if (found.role !== 'citizen') throw new Error(`${id} is no citizen.`);
  return found.idNumber;
};

export const demoPeople: readonly DemoPerson[] = people;
