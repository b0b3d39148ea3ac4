import type { Day } from '../days.ts';
import { SHANGHAI, type NumberSlot } from '../numbers/id-number.ts';

export interface District {
  code: string;
  name: string;
  short: string;
  longitude: number;
  latitude: number;
  /** Yuan for a square metre. */
  price: number;
}

export interface Person {
  /** Number in the city, from nought; ID number and phone follow from it. */
  readonly serial: number;
  readonly slot: NumberSlot;
  readonly isMale: boolean;
  readonly born: Day;
  /** First two digits of the ID number: the province of the first household registration. */
  readonly province: string;
  readonly number: string;
  readonly surname: string;
  readonly given: string;
  readonly ethnicity: string;
  readonly mother: Person | null;
  readonly father: Person | null;
  /** From when mother and father are so by adoption; null: by birth. */
  readonly adopted: Day | null;
  /** In [0, 1): how far school and work take somebody. */
  readonly talent: number;
  readonly children: Person[];
  readonly marriages: Marriage[];
  readonly stays: Stay[];
  readonly memberships: Membership[];
  readonly studies: Study[];
  readonly jobs: Job[];
  /** The first day in the city: birth, or the day of arrival. */
  readonly here: Day;
  died: Day | null;
  /** From when somebody from elsewhere is on a register of the city. */
  settled: Day | null;
  /** A number that was corrected, and the day of the correction. */
  formerNumber: { number: string; until: Day } | null;
  formerName: { name: string; until: Day } | null;
  service: { branch: string; since: Day; until: Day } | null;
  disability: { category: string; degree: string; since: Day; until: Day | null } | null;
  /** The day from which a pension is paid. */
  retired: Day | null;
}

export interface Marriage {
  readonly certificate: string;
  readonly husband: Person;
  readonly wife: Person;
  readonly since: Day;
  /** Code of the district that registered it. */
  readonly district: string;
  until: Day | null;
  endedBy: 'DIVORCE' | 'DEATH' | null;
}

export type Basis = 'HOUSEHOLD' | 'RESIDENCE_PERMIT' | 'TENANCY' | 'OWNED';

/** Where somebody lives or lived; stays of one person follow on each other. */
export interface Stay {
  readonly premise: Premise;
  readonly basis: Basis;
  readonly since: Day;
  until: Day | null;
}

export interface Premise {
  readonly id: string;
  readonly district: District;
  readonly address: string;
  readonly use: string;
  readonly area: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly owners: Ownership[];
}

export interface Ownership {
  readonly owner: Person;
  readonly since: Day;
  /** What was paid, in yuan; nought where it was inherited or given. */
  readonly price: number;
  until: Day | null;
}

/** A household register, or a collective one. */
export interface Register {
  readonly id: string;
  readonly isCollective: boolean;
  readonly province: string;
  readonly district: string;
  readonly address: string;
  head: Person;
  readonly members: Set<Person>;
}

/** One person's time in a register under one head. */
export interface Membership {
  readonly register: Register;
  readonly head: Person;
  readonly relation: string;
  readonly since: Day;
  until: Day | null;
}

export interface Study {
  readonly school: string;
  readonly stage: Stage;
  readonly since: Day;
  /** The last day of the course; in the future while it is going on. */
  until: Day;
  graduated: boolean;
}

export type Stage =
  'PRIMARY' | 'JUNIOR_SECONDARY' | 'SENIOR_SECONDARY' | 'VOCATIONAL' | 'COLLEGE' | 'BACHELOR' | 'MASTER' | 'DOCTORATE';

export interface Employer {
  readonly name: string;
  readonly uscc: string;
  readonly district: District;
  readonly since: Day;
  readonly until: Day | null;
}

export interface Job {
  readonly employer: Employer;
  readonly occupation: string;
  readonly since: Day;
  until: Day | null;
  /** Yuan a month at the beginning. */
  readonly wage: number;
}

export const fullNameOf = ({ surname, given }: Person): string => surname + given;
/** Whether somebody is alive at the end of a day. */
export const isAliveOn = ({ born, died }: Person, day: Day): boolean => born <= day && (died === null || died > day);
export const spouseOf = (person: Person): Person | null => {
  const last = person.marriages.at(-1);
  if (last?.until !== null) return null;
  return last.husband === person ? last.wife : last.husband;
};
/** Whether somebody is on a register of the city on a day. */
export const isRegisteredHere = ({ province, settled }: Person, day: Day): boolean =>
  province === SHANGHAI || (settled !== null && settled <= day);

/** Guardianship by appointment (Civil Code 31, 32). */
export interface Guardianship {
  readonly record: string;
  readonly ward: Person;
  readonly guardian: Person | null;
  readonly institution: string | null;
  readonly since: Day;
  until: Day | null;
}
