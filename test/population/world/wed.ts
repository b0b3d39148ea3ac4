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

/** Enters a marriage on the register of a district and on the files of both. */
export const wed = (block: Block, couple: Couple): Marriage => {
  const serial = `${String(block.number).padStart(6, '0')}${String(block.marriages.length).padStart(3, '0')}`;
  const certificate = `J${couple.district}-${yearOf(couple.since)}-${serial}`;
  const marriage: Marriage = { ...couple, certificate, until: null, endedBy: null };
  block.marriages.push(marriage);
  couple.husband.marriages.push(marriage);
  couple.wife.marriages.push(marriage);
  return marriage;
};
