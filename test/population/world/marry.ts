import { addYears, ageOn, yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import { comeAlone } from './arrive.ts';
import { roomIn, type Block } from './block.ts';
import { areKin, householdOf, parentsHomeOwner } from './family.ts';
import { homeOf } from './homes.ts';
import { isAliveOn, isRegisteredHere, spouseOf, type Person } from './model.ts';
import { pickProvince } from './places.ts';
import { marrying } from './rates.ts';
import { buyHome, moveInWith, rentHome } from './settle.ts';
import { mayRegister, wed } from './wed.ts';
import type { Year } from './year.ts';

const isFree = (person: Person, day: Day): boolean =>
  isAliveOn(person, day) && person.here <= day && spouseOf(person) === null;

/** The marriages of a year: women find a husband in the block, or like men a spouse from elsewhere. */
export const marryInYear = (block: Block, { random, year, on }: Year): void => {
  for (const person of block.people) {
    const age = year - yearOf(person.born);
    if (age < 20 || person.died !== null || spouseOf(person) !== null) continue;
    const hazard = marrying(person.isMale ? age - 2 : age, person.marriages.length > 0);
    if (random.chance(person.isMale ? hazard * 0.28 : hazard)) on((day) => marry(block, random, person, day));
  }
};

const marry = (block: Block, random: Random, person: Person, day: Day): void => {
  if (!isFree(person, day) || !mayRegister(block, day)) return;
  const partner = person.isMale ? null : findHusband(random, block.people, person, day);
  const spouse = partner ?? (random.chance(0.4) ? findAbroad(block, random, person, day) : null);
  if (spouse === null) return;
  const [husband, wife] = person.isMale ? [person, spouse] : [spouse, person];
  if (addYears(husband.born, 22) > day || addYears(wife.born, 20) > day) return;
  wed(block, { husband, wife, since: day, district: block.district.code });
  setUpHome(block, random, husband, wife, day);
};

const findHusband = (random: Random, people: readonly Person[], wife: Person, day: Day): Person | null => {
  const fitting = people.filter(
    (each) =>
      each.isMale &&
      Math.abs(wife.born - each.born - 700) < 2_200 &&
      isFree(each, day) &&
      addYears(each.born, 22) <= day &&
      !areKin(each, wife),
  );
  return fitting.length === 0 ? null : random.pick(fitting);
};

/** A spouse from elsewhere, who comes for the wedding. */
const findAbroad = (block: Block, random: Random, person: Person, day: Day): Person | null => {
  if (roomIn(block) < 2) return null;
  const age = Math.max(
    person.isMale ? 20 : 22,
    ageOn(person.born, day) + random.between(-4, 3) * (person.isMale ? 1 : -1),
  );
  const province = random.chance(0.7) && !isRegisteredHere(person, day) ? person.province : pickProvince(random);
  return comeAlone(block, random, { day, age, province, isMale: !person.isMale });
};

const setUpHome = (block: Block, random: Random, husband: Person, wife: Person, day: Day): void => {
  const locals = [husband, wife].filter((each) => isRegisteredHere(each, day));
  const main = locals[0] ?? husband;
  const spouse = main === husband ? wife : husband;
  const drawn = random.next();
  const parents = [parentsHomeOwner(main, day), parentsHomeOwner(spouse, day)].find((each) => each !== null) ?? null;
  const bought = [0.15, 0.4, 0.5][locals.length] ?? 0;
  if (yearOf(day) > 1998 && drawn < bought) buyHome(block, random, main, day);
  else if (parents !== null && drawn < bought + 0.3)
    moveInWith(block, [...householdOf(main, day), ...householdOf(spouse, day)], parents, day);
  else rentHome(block, random, main, day);
  // The other one, with children of an earlier marriage, comes along.
  const home = homeOf(main);
  if (home === null) return;
  const basis = main.stays.at(-1)?.basis ?? 'TENANCY';
  for (const each of householdOf(spouse, day)) {
    if (homeOf(each) === home) continue;
    const local = basis === 'RESIDENCE_PERMIT' ? 'TENANCY' : basis;
    block.homes.move(each, home, basis === 'OWNED' || isRegisteredHere(each, day) ? local : 'RESIDENCE_PERMIT', day);
  }
};
