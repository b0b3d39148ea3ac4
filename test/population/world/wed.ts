import { yearOf, type Day } from '../days.ts';
import type { Block } from './block.ts';
import type { Marriage, Person } from './model.ts';

export interface Couple {
  husband: Person;
  wife: Person;
  since: Day;
  /** Code of the district that registers it. */
  district: string;
}

/** A block registers at most so many marriages in a year: its number and theirs are the six digits of a certificate. */
const MOST_IN_YEAR = 8;

export const mayRegister = (block: Block, day: Day): boolean => countIn(block, yearOf(day)) < MOST_IN_YEAR;

const countIn = ({ marriages }: Block, year: number): number =>
  marriages.filter(({ since }) => yearOf(since) === year).length;

/** Enters a marriage on the register of a district and on the files of both. */
export const wed = (block: Block, couple: Couple): Marriage => {
  const year = yearOf(couple.since);
  const serial = String((block.number * MOST_IN_YEAR + countIn(block, year)) % 1_000_000).padStart(6, '0');
  const certificate = `J${couple.district}-${year}-${serial}`;
  const marriage: Marriage = { ...couple, certificate, until: null, endedBy: null };
  block.marriages.push(marriage);
  couple.husband.marriages.push(marriage);
  couple.wife.marriages.push(marriage);
  return marriage;
};
