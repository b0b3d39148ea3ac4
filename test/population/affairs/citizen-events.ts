import { addYears, ageOn, type Day } from '../days.ts';
import type { Records } from '../lives/records.ts';
import { isAliveOn, isRegisteredHere, type Person, type Stage } from '../world/model.ts';
import type { Event } from './event.ts';

const SCHOOLS: Readonly<Partial<Record<Stage, string>>> = {
  PRIMARY: 'PRIMARY_SCHOOL',
  JUNIOR_SECONDARY: 'JUNIOR_MIDDLE',
  SENIOR_SECONDARY: 'SENIOR_HIGH',
  VOCATIONAL: 'SENIOR_HIGH',
  COLLEGE: 'COLLEGE',
  BACHELOR: 'COLLEGE',
};

/** The events of a person's life that somebody applies after, in no order. */
export const citizenEvents = (person: Person, records: Records): Event[] => {
  const events: Event[] = [];
  const of = (applicant: Person | null, kind: string, day: Day, isRenewal = false): void => {
    const last = applicant?.stays.findLast(({ since }) => since <= day) ?? applicant?.stays[0];
    if (applicant === null || last === undefined || day < applicant.here) return;
    const district = last.premise.district.code;
    events.push({
      kind,
      applicants: 'citizen',
      applicant: applicant.number,
      district,
      day,
      isRenewal,
      handler: null,
      ends: applicant.died,
    });
  };
  const own = (kind: string, day: Day, isRenewal = false): void => of(person, kind, day, isRenewal);

  childhood(person, of);
  records.doses.forEach(({ day }) => of(guardianOf(person, day), 'CHILD_VACCINATION', day));
  schooling(person, of);
  family(person, of);
  homes(person, own);
  work(person, own);
  for (const { registered } of records.pregnancies) own('PREGNANCY', registered);
  for (const { day } of records.violations) own('VIOLATION', day);
  for (const { settled } of records.taxYears) if (settled !== null) own('TAX_SETTLED', settled);
  for (const { since } of records.loans) own('LOAN', since);
  const seen = new Set<string>();
  for (const { kind, issued, endorsements } of records.licences) {
    if (kind === '老年人优待证') own('SENIOR_CARD', issued);
    of(ageOn(person.born, issued) < 16 ? guardianOf(person, issued) : person, kind, issued, seen.has(kind));
    seen.add(kind);
    if (kind === '往来港澳通行证')
      for (const since of new Set(endorsements.map((each) => each.since)))
        if (since > issued) own('ENDORSEMENT', since);
  }
  if (person.disability) own('DISABILITY', person.disability.since);
  if (person.service) own('DISCHARGE', person.service.until);
  if (person.formerName) own('NAME_CHANGED', person.formerName.until);
  if (person.formerNumber) own('NUMBER_CORRECTED', person.formerNumber.until);
  if (isRegisteredHere(person, addYears(person.born, 80))) own('EIGHTY', addYears(person.born, 80));
  return events;
};

type Of = (applicant: Person | null, kind: string, day: Day, isRenewal?: boolean) => void;

/** The parent who lives with a minor on a day, the mother before the father. */
const guardianOf = ({ mother, father }: Person, day: Day): Person | null =>
  [mother, father].find((each) => each !== null && isAliveOn(each, day)) ?? null;

const childhood = (person: Person, of: Of): void => {
  if (person.adopted !== null) of(person.father, 'ADOPTION', person.adopted);
  else of(guardianOf(person, person.born), 'BIRTH', person.born);
};

const schooling = (person: Person, of: Of): void => {
  for (const { stage, since, until, graduated } of person.studies) {
    if (since < person.here) continue;
    const kind = SCHOOLS[stage];
    if (kind !== undefined) of(kind === 'COLLEGE' ? person : guardianOf(person, since), kind, since);
    if (graduated && kind === 'COLLEGE') of(person, 'GRADUATION', until);
  }
};

const family = (person: Person, of: Of): void => {
  for (const { husband, wife, since, until, endedBy } of person.marriages) {
    // Each couple once: the husband applies for both.
    if (person !== husband || wife.here > since) continue;
    of(husband, 'MARRIAGE', since);
    if (until !== null && endedBy === 'DIVORCE') of(husband, 'DIVORCE', until);
  }
  const { died } = person;
  if (died === null) return;
  const last = person.marriages.findLast(({ until }) => until === died);
  const widowed = last && (last.husband === person ? last.wife : last.husband);
  const kin = [widowed, ...person.children].find(
    (each) => each && isAliveOn(each, died) && ageOn(each.born, died) > 17,
  );
  of(kin ?? null, 'DEATH', died);
  if (person.stays.some(({ basis }) => basis === 'OWNED')) of(kin ?? null, 'INHERITANCE', died);
};

const homes = (person: Person, own: (kind: string, day: Day) => void): void => {
  const { stays, memberships } = person;
  stays.forEach(({ basis, since, premise }, at) => {
    if (basis === 'RESIDENCE_PERMIT' && at === 0) own('ARRIVAL', since);
    const bought = premise.owners.some((each) => each.owner === person && each.since === since && each.price > 0);
    if (basis === 'OWNED' && bought) own('HOME_BOUGHT', since);
    if (basis === 'TENANCY' || basis === 'RESIDENCE_PERMIT') own('RENTED', since);
  });
  memberships.forEach(({ since, register, head }, at) => {
    if (at > 0 && register.province === '310000' && head === person && memberships[at - 1]?.register !== register)
      own('REGISTER_MOVED', since);
  });
  if (person.settled !== null) own('SETTLED', person.settled);
};

const work = (person: Person, own: (kind: string, day: Day) => void): void => {
  person.jobs.forEach(({ since, until }, at) => {
    if (at === 0) own('FIRST_JOB', since);
    const next = person.jobs[at + 1]?.since ?? null;
    const isPause = until !== null && (next === null || next > until + 45);
    if (
      isPause &&
      until !== person.died &&
      (person.retired === null || until < person.retired) &&
      ageOn(person.born, until) < 50
    )
      own('JOB_LOST', until);
  });
  if (person.retired !== null) own('RETIREMENT', person.retired);
};
