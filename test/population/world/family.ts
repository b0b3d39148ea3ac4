import { addYears, type Day } from '../days.ts';
import { isAliveOn, spouseOf, type Person } from './model.ts';
import { homeOf } from './homes.ts';

/** Whether two may not marry or would not: they share an ancestor within three generations (Civil Code 1048). */
export const areKin = (one: Person, other: Person): boolean => {
  const ancestors = ancestorsOf(one, 3);
  return ancestorsOf(other, 3).some((each) => ancestors.includes(each));
};

const ancestorsOf = (person: Person, generations: number, found: Person[] = []): Person[] => {
  found.push(person);
  if (generations > 0)
    for (const parent of [person.mother, person.father])
      if (parent !== null) ancestorsOf(parent, generations - 1, found);
  return found;
};

export const isMinorOn = (person: Person, day: Day): boolean =>
  isAliveOn(person, day) && addYears(person.born, 18) > day;

/** Those who move together: somebody, the spouse, and minor or unmarried children who share the home. */
export const householdOf = (person: Person, day: Day): Person[] => {
  const home = homeOf(person);
  const spouse = spouseOf(person);
  const couple = spouse && homeOf(spouse) === home ? [person, spouse] : [person];
  const children = couple.flatMap((each) =>
    each.children.filter(
      (child) =>
        isAliveOn(child, day) &&
        homeOf(child) === home &&
        child.marriages.length === 0 &&
        addYears(child.born, 22) > day,
    ),
  );
  return [...new Set([...couple, ...children])];
};

/** The home of living parents, if it is a family's own; the wife's after the husband's. */
export const parentsHomeOwner = (person: Person, day: Day): Person | null =>
  [person.father, person.mother].find(
    (each) =>
      each !== null && isAliveOn(each, day) && homeOf(each) !== null && each.stays.at(-1)?.basis !== 'RESIDENCE_PERMIT',
  ) ?? null;
