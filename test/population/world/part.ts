import { yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from './block.ts';
import { isMinorOn, parentsHomeOwner } from './family.ts';
import { homeOf } from './homes.ts';
import { isAliveOn, isRegisteredHere, type Marriage, type Person } from './model.ts';
import { divorcing } from './rates.ts';
import { registerOf } from './registers.ts';
import { moveInWith, rentHome } from './settle.ts';
import type { Year } from './year.ts';

/** The divorces of a year. */
export const divorceInYear = (block: Block, { random, year, on }: Year): void => {
  for (const marriage of block.marriages) {
    const married = year - yearOf(marriage.since);
    if (marriage.until === null && married > 1 && random.chance(divorcing(year, married)))
      on((day) => divorce(block, random, marriage, day));
  }
};

/** One keeps the home, mostly together with the children; the other goes to the parents or rents. */
const divorce = (block: Block, random: Random, marriage: Marriage, day: Day): void => {
  if (marriage.until !== null || marriage.husband.here > day || marriage.wife.here > day) return;
  marriage.until = day;
  marriage.endedBy = 'DIVORCE';
  const custodian = random.chance(0.7) ? marriage.wife : marriage.husband;
  const other = custodian === marriage.wife ? marriage.husband : marriage.wife;
  const keeper = random.chance(0.8) ? custodian : other;
  const leaver = keeper === custodian ? other : custodian;
  for (const premise of block.premises) {
    const held = premise.owners.filter(({ until, owner }) => until === null && (owner === keeper || owner === leaver));
    if (held.length === 2) block.homes.convey(premise, [keeper], day, 0);
  }
  const home = homeOf(keeper);
  if (home === null || homeOf(leaver) !== home) return;
  // A home of the leaver's own or of the leaver's parents is left by the other one.
  const isOfOther = home.owners.some(
    ({ owner, until }) => until === null && (owner === leaver || owner === leaver.father || owner === leaver.mother),
  );
  const [stays, goes] = isOfOther ? [leaver, keeper] : [keeper, leaver];
  const children =
    goes === custodian
      ? goes.children.filter((each) => isMinorOn(each, day) && homeOf(each) === home && stays.children.includes(each))
      : [];
  leaveHome(block, random, goes, children, day);
};

const leaveHome = (block: Block, random: Random, person: Person, children: readonly Person[], day: Day): void => {
  const home = homeOf(person);
  const parent = parentsHomeOwner(person, day);
  if (parent !== null && homeOf(parent) !== home && random.chance(0.5)) {
    moveInWith(block, [...children, person], parent, day);
    return;
  }
  rentHome(block, random, person, day);
  const next = homeOf(person);
  if (next === null) return;
  for (const each of children)
    block.homes.move(each, next, isRegisteredHere(each, day) ? 'TENANCY' : 'RESIDENCE_PERMIT', day);
  // Who has no home of one's own is taken onto the collective register of the neighbourhood (社区公共户).
  const register = registerOf(person);
  if (
    register !== null &&
    isRegisteredHere(person, day) &&
    [...register.members].some((each) => each !== person && isAliveOn(each, day))
  )
    block.registers.joinCollective(person, next, day);
};
