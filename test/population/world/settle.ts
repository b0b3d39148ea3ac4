import { ageOn, dayOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from './block.ts';
import { householdOf } from './family.ts';
import { homeOf, ownedBy } from './homes.ts';
import { isAliveOn, isRegisteredHere, spouseOf, type Person, type Premise } from './model.ts';
import { registerOf } from './registers.ts';
import { priceOf, rent } from './rent.ts';

/** A family buys a home, moves into it, and takes its registration along. */
export const buyHome = (block: Block, random: Random, person: Person, day: Day): void => {
  if (day < dayOf(1998, 7, 1)) return;
  const spouse = spouseOf(person);
  const family = householdOf(person, day);
  const sold = random.chance(0.6) ? ownedBy(block.premises, person).filter((each) => each === homeOf(person)) : [];
  const home = block.homes.find();
  const owners = spouse !== null && random.chance(0.75) ? [person, spouse] : [person];
  block.homes.convey(home, owners, day, priceOf(home, day));
  for (const each of family) block.homes.move(each, home, 'OWNED', day);
  registerAt(block, home, family, day);
  // Whoever was left in the old home, such as a parent, keeps it.
  for (const each of sold)
    if (!block.people.some((other) => isAliveOn(other, day) && homeOf(other) === each))
      block.homes.convey(each, [], day, 0);
};

/** Those of a family who are registered in the city go on a register at their home; the others keep theirs. */
export const registerAt = (block: Block, home: Premise, family: readonly Person[], day: Day): void => {
  const local = family.filter((each) => isRegisteredHere(each, day));
  const head =
    local.find((each) => each.isMale && ageOn(each.born, day) > 17) ?? local.find((each) => ageOn(each.born, day) > 17);
  if (head !== undefined) block.registers.open(home, head, local, day);
};

/** A family takes a home to let. */
export const rentHome = (block: Block, random: Random, person: Person, day: Day): void => {
  const family = householdOf(person, day);
  const home = rent(block, random, day);
  for (const each of family)
    block.homes.move(each, home, isRegisteredHere(each, day) ? 'TENANCY' : 'RESIDENCE_PERMIT', day);
};

/** Somebody moves in with a parent or child who has a home, and onto the register there when already on one of the city. */
export const moveInWith = (block: Block, people: readonly Person[], host: Person, day: Day): void => {
  const home = homeOf(host);
  if (home === null) return;
  const register = registerOf(host);
  for (const each of people) {
    const isLocal = isRegisteredHere(each, day);
    block.homes.move(each, home, isLocal ? 'HOUSEHOLD' : 'RESIDENCE_PERMIT', day);
    if (register !== null && isLocal && isRegisteredHere(host, day)) block.registers.join(each, register, day);
  }
};

/** Somebody from elsewhere is taken onto a register of the city (居住证转办常住户口), with the family's minors. */
export const settle = (block: Block, person: Person, day: Day): void => {
  const spouse = spouseOf(person);
  const minors = person.children.filter((each) => isAliveOn(each, day) && ageOn(each.born, day) < 18);
  const family = [person, ...minors].filter((each) => !isRegisteredHere(each, day));
  for (const each of family) each.settled = day;
  const home = homeOf(person);
  const isOwned =
    home !== null && home.owners.some(({ owner, until }) => until === null && (owner === person || owner === spouse));
  const theirs = spouse && isRegisteredHere(spouse, day) ? registerOf(spouse) : null;
  if (theirs !== null) for (const each of family) block.registers.join(each, theirs, day);
  else if (isOwned) registerAt(block, home, family, day);
  else if (home !== null) for (const each of family) block.registers.joinCollective(each, home, day);
};
