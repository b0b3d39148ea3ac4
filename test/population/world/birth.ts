import type { Day } from '../days.ts';
import { birthDayFor, SHANGHAI, slotOf, toIdNumber } from '../numbers/id-number.ts';
import type { Random } from '../random.ts';
import type { Block } from './block.ts';
import { pickEthnicity, pickGiven, pickSurname } from './names.ts';
import { BLOCK_SIZE } from './block.ts';
import type { Person } from './model.ts';

export interface Birth {
  /** Born on this day or a few days before, as the ID number allows. */
  day: Day;
  province?: string;
  isMale?: boolean;
  parents?: { mother: Person; father: Person } | null;
  adopted?: Day | null;
  /** The first day in the city, when it is not that of the birth. */
  here?: Day;
}

/** Enters a person on the block's list. */
export const bear = (block: Block, random: Random, birth: Birth): Person => {
  const { parents = null, province = SHANGHAI, isMale = random.chance(0.517) } = birth;
  const serial = block.number * BLOCK_SIZE + block.people.length;
  const slot = slotOf(serial, province);
  const born = birthDayFor(birth.day, slot);
  // One child in twelve bears the mother's name.
  const named = parents && (random.chance(1 / 12) ? parents.mother : parents.father);
  const inherited = parents && (parents.mother.talent + parents.father.talent) / 2;
  const drawn = random.next();
  const person: Person = {
    serial,
    slot,
    isMale,
    born,
    province,
    number: toIdNumber(slot, born, isMale),
    surname: named?.surname ?? pickSurname(random),
    given: pickGiven(random, isMale, born),
    ethnicity: parents?.father.ethnicity ?? pickEthnicity(random),
    mother: parents?.mother ?? null,
    father: parents?.father ?? null,
    adopted: birth.adopted ?? null,
    talent: inherited === null ? drawn : inherited * 0.35 + drawn * 0.65,
    children: [],
    marriages: [],
    stays: [],
    memberships: [],
    studies: [],
    jobs: [],
    here: birth.here ?? born,
    died: null,
    settled: null,
    formerNumber: null,
    formerName: null,
    service: null,
    disability: null,
    retired: null,
  };
  block.people.push(person);
  parents?.mother.children.push(person);
  parents?.father.children.push(person);
  return person;
};
