import { ageOn, yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from './block.ts';
import { parentsHomeOwner } from './family.ts';
import { homeOf } from './homes.ts';
import { isRegisteredHere, spouseOf, type Person } from './model.ts';
import { buyHome, rentHome, settle } from './settle.ts';
import type { Year } from './year.ts';

/** How often somebody thinks about moving, in a year; each kind of move then has its own share. */
const THINKING = 0.3;

/** Who leaves the parents, buys, rents anew, or is taken onto a register of the city in a year. */
export const moveInYear = (block: Block, { random, year, on }: Year): void => {
  for (const person of block.people) {
    const age = year - yearOf(person.born);
    if (age < 22 || age > 75 || person.died !== null || !random.chance(THINKING)) continue;
    on((day) => think(block, random, person, day, age));
  }
};

const think = (block: Block, random: Random, person: Person, day: Day, age: number): void => {
  const stay = person.stays.at(-1);
  if (stay?.until !== null || stay.since + 200 > day) return;
  const spouse = spouseOf(person);
  // Of a couple the husband decides for both, so that they draw once.
  if (spouse !== null && !person.isMale) return;
  if (mayDecide(person, spouse, day)) decide(block, random, person, day, age);
  else if (random.chance(0.05 / THINKING)) leaveParents(block, random, person, day, age);
};

/** Whether the home is not that of parents. */
const mayDecide = (person: Person, spouse: Person | null, day: Day): boolean => {
  const home = homeOf(person);
  return [person, spouse].every((each) => {
    const parent = each && parentsHomeOwner(each, day);
    return !parent || homeOf(parent) !== home;
  });
};

const leaveParents = (block: Block, random: Random, person: Person, day: Day, age: number): void => {
  if (age < 24) return;
  const isLocal = isRegisteredHere(person, day);
  if (yearOf(day) > 1998 && random.chance(isLocal ? 0.55 : 0.2) && age > 25) buyHome(block, random, person, day);
  else rentHome(block, random, person, day);
};

const decide = (block: Block, random: Random, person: Person, day: Day, age: number): void => {
  const basis = person.stays.at(-1)?.basis;
  const isLocal = isRegisteredHere(person, day);
  const years = ageOn(person.here, day);
  // 居住证转办常住户口: seven years with a permit, and means.
  if (!isLocal && age > 27 && years >= 7 && yearOf(day) > 2008 && random.chance(person.talent > 0.6 ? 0.4 : 0.013)) {
    settle(block, person, day);
    return;
  }
  const spouse = spouseOf(person);
  // 夫妻投靠: ten years of marriage with somebody of the city.
  if (spouse !== null && spouse.children.length > 0) joinSpouse(block, random, person, spouse, day);
  const means = 0.5 + person.talent;
  if (yearOf(day) < 1999) return;
  if (basis === 'OWNED') {
    if (age < 60 && random.chance(0.05 * means)) buyHome(block, random, person, day);
  } else if (age > 24 && age < 58 && (isLocal || years >= 5) && random.chance((isLocal ? 0.23 : 0.07) * means))
    buyHome(block, random, person, day);
  else if (basis !== 'HOUSEHOLD' && random.chance(isLocal ? 0.27 : 0.47)) rentHome(block, random, person, day);
};

const joinSpouse = (block: Block, random: Random, one: Person, other: Person, day: Day): void => {
  const [local, guest] = isRegisteredHere(one, day) ? [one, other] : [other, one];
  if (!isRegisteredHere(local, day) || isRegisteredHere(guest, day)) return;
  const since = guest.marriages.at(-1)?.since ?? day;
  if (ageOn(since, day) >= 10 && random.chance(0.8)) settle(block, guest, day);
};
