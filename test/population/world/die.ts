import { addYears, ageOn, yearOf, type Day } from '../days.ts';
import type { Block } from './block.ts';
import { isMinorOn } from './family.ts';
import { homeOf } from './homes.ts';
import { isAliveOn, spouseOf, type Person } from './model.ts';
import { dying } from './rates.ts';
import { moveInWith } from './settle.ts';
import type { Year } from './year.ts';

/** The deaths of a year, of those who live in the city. */
export const dieInYear = (block: Block, { random, year, on }: Year): void => {
  for (const person of block.people) {
    const [first] = person.stays;
    if (person.died !== null || first === undefined || yearOf(first.since) >= year) continue;
    if (random.chance(dying(year - yearOf(person.born), person.isMale))) on((day) => die(block, person, day));
  }
};

const die = (block: Block, person: Person, day: Day): void => {
  // Not before the last thing that happened to somebody, who may have been entered a day later than it did.
  const last = Math.max(day, (person.stays.at(-1)?.since ?? 0) + 1, (person.memberships.at(-1)?.since ?? 0) + 1);
  if (last > block.today) return;
  const spouse = spouseOf(person);
  const marriage = person.marriages.at(-1);
  if (marriage?.until === null) {
    marriage.until = last;
    marriage.endedBy = 'DEATH';
  }
  person.died = last;
  const stay = person.stays.at(-1);
  if (stay?.until === null) stay.until = last;
  block.registers.leave(person, last);
  bequeath(block, person, spouse, last);
  for (const { ward, guardian, until } of [...block.guardianships])
    if (guardian === person && until === null && isAliveOn(ward, last)) provideFor(block, ward, last);
  for (const child of person.children) if (isMinorOn(child, last)) provideFor(block, child, last);
};

/** Succession opens with the death (Civil Code 230, 1121): to the spouse, else to the children. */
const bequeath = (block: Block, person: Person, spouse: Person | null, day: Day): void => {
  const children = person.children.filter((each) => isAliveOn(each, day));
  const heirs = spouse === null ? children : [spouse];
  for (const premise of block.premises) {
    const held = premise.owners.filter(({ until }) => until === null);
    if (!held.some(({ owner }) => owner === person)) continue;
    const others = held.map(({ owner }) => owner).filter((each) => each !== person);
    block.homes.convey(premise, [...new Set([...others, ...heirs])], day, 0);
  }
};

/** A minor without living parents gets a guardian of the family, else the ward's district stands in (Civil Code 27, 32). */
const provideFor = (block: Block, ward: Person, day: Day): void => {
  for (const each of block.guardianships) if (each.ward === ward && each.until === null) each.until = day;
  const parent = [ward.mother, ward.father].find((each) => each !== null && isAliveOn(each, day)) ?? null;
  if (parent !== null) {
    if (homeOf(ward) !== homeOf(parent)) moveInWith(block, [ward], parent, day);
    return;
  }
  const grandparents = [ward.mother, ward.father].flatMap((each) => [each?.mother, each?.father]);
  const relatives = [ward.mother, ward.father]
    .flatMap((each) => [each?.mother, each?.father])
    .flatMap((each) => each?.children ?? []);
  const guardian =
    [...grandparents, ...relatives].find(
      (each) =>
        each !== null &&
        each !== undefined &&
        isAliveOn(each, day) &&
        each.here <= day &&
        ageOn(each.born, day) > 21 &&
        ageOn(each.born, day) < 78,
    ) ?? null;
  block.guardianships.push({
    record: `H${block.district.code}-${yearOf(day)}-${String(block.number).padStart(6, '0')}${String(block.guardianships.length).padStart(2, '0')}`,
    ward,
    guardian,
    institution: guardian === null ? `上海市${block.district.name}（示例）民政局` : null,
    since: day,
    until: null,
  });
  if (guardian !== null) moveInWith(block, [ward], guardian, day);
};

/** Guardianship by appointment ends when the ward comes of age. */
export const endGuardianships = (block: Block): void => {
  for (const each of block.guardianships) {
    const grown = addYears(each.ward.born, 18);
    const end = Math.min(grown, each.ward.died ?? grown, each.guardian?.died ?? grown);
    if (each.until === null && end <= block.today) each.until = Math.max(end, each.since);
  }
};
