import { addYears, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import { bear } from './birth.ts';
import type { Block } from './block.ts';
import { rent } from './rent.ts';
import { isAliveOn, type Person } from './model.ts';
import { pickProvince, provinceOf } from './places.ts';
import { mayRegister, wed } from './wed.ts';

/** Somebody of age comes to the city from elsewhere: alone, to study, or with spouse and perhaps a child. */
export const arrive = (block: Block, random: Random, day: Day): void => {
  const isCouple = block.awaited >= 3 && random.chance(0.25);
  const isStudent = !isCouple && random.chance(0.15);
  const age = isStudent ? 18 : random.between(isCouple ? 25 : 18, isCouple ? 40 : 34);
  const person = comeAlone(block, random, { day, age, province: pickProvince(random), isMale: random.chance(0.54) });
  block.awaited = Math.max(0, block.awaited - 1);
  const home = rent(block, random, day, isStudent ? '宿舍' : '住宅');
  block.homes.move(person, home, isStudent ? 'TENANCY' : 'RESIDENCE_PERMIT', day);
  // Students may bring their registration to the collective register of the school.
  if (isStudent && random.chance(0.4)) {
    block.registers.joinCollective(person, home, day);
    person.settled = day;
  }
  if (isCouple) bringFamily(block, random, person, day);
};

interface Arrival {
  day: Day;
  age: number;
  province: string;
  isMale: boolean;
}

/** A person from elsewhere who is so old on that day, on a register there. */
export const comeAlone = (block: Block, random: Random, { day, age, province, isMale }: Arrival): Person => {
  const born = addYears(day, -age) - random.between(20, 340);
  const person = bear(block, random, { day: born, province, isMale, here: day });
  block.registers.openElsewhere(person, person.born + 30);
  return person;
};

const bringFamily = (block: Block, random: Random, person: Person, day: Day): void => {
  const { province } = person;
  const age = random.between(23, 38);
  const spouse = comeAlone(block, random, { day, age, province, isMale: !person.isMale });
  block.awaited -= 1;
  const [husband, wife] = person.isMale ? [person, spouse] : [spouse, person];
  const grown = Math.max(addYears(husband.born, 22), addYears(wife.born, 20)) + 30;
  const since = Math.min(day - 60, grown + random.between(0, 2_500));
  if (since >= grown && mayRegister(block, since))
    wed(block, { husband, wife, since, district: provinceOf(province).district });
  const home = person.stays.at(-1)?.premise;
  if (home !== undefined) block.homes.move(spouse, home, 'RESIDENCE_PERMIT', day);
  const birth = since + random.between(330, 2_400);
  if (husband.marriages.length === 0 || birth > day - 100 || !random.chance(0.6)) return;
  const child = bear(block, random, { day: birth, province, parents: { mother: wife, father: husband }, here: day });
  block.awaited -= 1;
  const register = husband.memberships.at(-1)?.register;
  if (register !== undefined) block.registers.join(child, register, child.born + 30);
  if (home !== undefined && isAliveOn(child, day)) block.homes.move(child, home, 'RESIDENCE_PERMIT', day);
};
