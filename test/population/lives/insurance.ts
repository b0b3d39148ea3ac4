import { ageOn, dayOf, firstDayOf, monthIndexOf, yearOf, type Day, type Month } from '../days.ts';
import { wageLevel } from '../world/rates.ts';
import { isAliveOn, type Job, type Person } from '../world/model.ts';

/** What a month's contribution is made of, in yuan. */
export interface Contribution {
  month: Month;
  job: Job;
  base: number;
  personal: number;
  company: number;
}

/** The wage of a job in a month, with its rises. */
export const wageIn = ({ wage, since }: Job, month: Month): number => {
  const start = monthIndexOf(since);
  const level = wageLevel(Math.floor(month / 12)) / wageLevel(Math.floor(start / 12));
  return Math.round(wage * (1 + (level - 1) * 0.9));
};

/** Shanghai: the base lies between 60 and 300 per cent of the mean wage of the year before. */
const baseOf = (wage: number, month: Month): number => {
  const mean = 12_434 * wageLevel(Math.floor(month / 12));
  return Math.round(Math.min(mean * 3, Math.max(mean * 0.6, wage)));
};

/** Old age 8 + 16, medical 2 + 9, unemployment 0.5 + 0.5, work injury 0.26 per cent. */
const PERSONAL = 0.105;
const COMPANY = 0.2576;
/** Of contributions the own part for old age. */
export const PENSION_SHARE = 0.08 / PERSONAL;

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Months that somebody worked through, each with the job of its first whole day; a month is insured once. */
export function* insuredMonths({ jobs }: Person, first: Month, last: Month): Generator<{ month: Month; job: Job }> {
  let next = first;
  for (const job of jobs) {
    const from = Math.max(next, monthIndexOf(job.since));
    const until = job.until === null ? last : Math.min(last, monthIndexOf(job.until) - 1);
    for (let month = from; month <= until; month += 1) yield { month, job };
    next = Math.max(next, until + 1);
  }
}

export const toContribution = ({ month, job }: { month: Month; job: Job }): Contribution => {
  const base = baseOf(wageIn(job, month), month);
  return { month, job, base, personal: cents(base * PERSONAL), company: cents(base * COMPANY) };
};

export const countInsured = (person: Person, first: Month, last: Month): number => {
  let count = 0;
  for (const each of insuredMonths(person, first, last)) count += each.month >= first ? 1 : 0;
  return count;
};

export interface PensionAccount {
  /** Months before `first`. */
  earlier: number;
  balance: number;
  monthlyBenefit: number | null;
}

/** The account of old age insurance, or null for who never paid. Contributions began with the reform of 1993; years before count as paid. */
export const pensionOf = (person: Person, first: Month, today: Day): PensionAccount | null => {
  const last = monthIndexOf(today) - 1;
  const earlier = countInsured(person, 0, first - 1);
  const months = earlier + countInsured(person, first, last);
  if (months === 0 || !isAliveOn(person, today)) return null;
  let balance = 0;
  for (const job of person.jobs) {
    const from = Math.max(monthIndexOf(job.since), 1993 * 12);
    const until = job.until === null ? last : monthIndexOf(job.until) - 1;
    if (until >= from)
      balance +=
        (until - from + 1) * baseOf(wageIn(job, Math.floor((from + until) / 2)), Math.floor((from + until) / 2)) * 0.08;
  }
  if (person.retired === null) return { earlier, balance: cents(balance * 1.2), monthlyBenefit: null };
  const job = person.jobs.at(-1);
  const lastWage = job === undefined ? 0 : wageIn(job, monthIndexOf(person.retired));
  const mean = 12_434 * wageLevel(yearOf(person.retired));
  const grown = 1.035 ** Math.max(0, yearOf(today) - yearOf(person.retired));
  const monthly = (((mean + lastWage) / 2) * Math.min(months, 480)) / 1_200 + balance / 139;
  const drawn = Math.max(0, 1 - ageOn(person.retired, today) / 14);
  return { earlier, balance: cents(balance * drawn), monthlyBenefit: cents(Math.max(1_600, monthly * grown)) };
};

/** Pensions are paid on the eighteenth. */
export const benefitDay = (month: Month): Day => firstDayOf(month) + 17;
export const startOfMedical = (person: Person): Day =>
  person.jobs[0] ? Math.max(person.jobs[0].since, dayOf(2001, 1, 1)) : Math.max(person.here, dayOf(2008, 1, 1));
