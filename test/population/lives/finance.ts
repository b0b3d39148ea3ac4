import { addYears, ageOn, dayOf, firstDayOf, monthIndexOf, yearOf, type Day, type Month } from '../days.ts';
import { hashOf, type Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import { isAliveOn, type Person } from '../world/model.ts';
import { insuredMonths, wageIn } from './insurance.ts';

const cents = (amount: number): number => Math.round(amount * 100) / 100;

export interface TaxYear {
  year: number;
  income: number;
  deductions: number;
  due: number;
  paid: number;
  settled: Day | null;
}

/** 个人所得税法, rates of comprehensive income: above so much a year, the rate in per cent and the quick deduction. */
const RATES: readonly (readonly [number, number, number])[] = [
  [960_000, 0.45, 181_920],
  [660_000, 0.35, 85_920],
  [420_000, 0.3, 52_920],
  [300_000, 0.25, 31_920],
  [144_000, 0.2, 16_920],
  [36_000, 0.1, 2_520],
  [0, 0.03, 0],
];
const taxOn = (taxable: number): number => {
  const [, rate, quick] = RATES.find(([above]) => taxable > above) ?? [0, 0, 0];
  return taxable <= 0 ? 0 : cents(taxable * rate - quick);
};

/** Years of the comprehensive tax (since 2019) in which somebody earned, settled between March and June of the year after. */
export const taxYears = (block: Block, random: Random, person: Person, from: number): TaxYear[] => {
  const made: TaxYear[] = [];
  for (let year = Math.max(2019, from); year < yearOf(block.today); year += 1) {
    let income = 0;
    for (const { month, job } of insuredMonths(person, year * 12, year * 12 + 11))
      if (Math.floor(month / 12) === year) income += wageIn(job, month);
    if (income === 0) continue;
    const minors = person.children.filter(
      ({ born }) => ageOn(born, dayOf(year, 12, 31)) < 18 && yearOf(born) <= year,
    ).length;
    const deductions = cents(
      60_000 + income * 0.175 + minors * (year < 2023 ? 12_000 : 24_000) * 0.5 + (random.chance(0.4) ? 12_000 : 0),
    );
    const due = taxOn(income - deductions);
    const paid = cents(Math.max(0, due * (0.9 + random.next() * 0.35)));
    const day = dayOf(year + 1, 3, 1) + random.between(0, 121);
    const isSettled =
      day <= block.today && isAliveOn(person, day) && random.chance(due === 0 && paid === 0 ? 0.4 : 0.9);
    made.push({ year, income, deductions, due, paid, settled: isSettled ? day : null });
  }
  return made;
};

export interface FundAccount {
  number: string;
  balance: number;
  deposit: number;
}

/** Employees of companies: seven per cent from either side, since 1991. */
export const housingFundOf = (person: Person, today: Day): FundAccount | null => {
  const month = monthIndexOf(today) - 1;
  const job = person.jobs.at(-1);
  if (job === undefined || !isAliveOn(person, today) || person.retired !== null || job.employer.uscc.startsWith('92'))
    return null;
  const deposit = job.until === null ? Math.round(wageIn(job, month) * 0.14) : 0;
  const months = person.jobs.reduce(
    (sum, each) =>
      sum +
      Math.max(
        0,
        (each.until === null ? month : monthIndexOf(each.until)) - Math.max(monthIndexOf(each.since), 1991 * 12),
      ),
    0,
  );
  const share = 0.25 + (hashOf(person.serial) % 50) / 100;
  return {
    number: `88${String(person.serial).padStart(10, '0')}`,
    balance: cents(wageIn(job, month) * 0.1 * months * share),
    deposit,
  };
};

export interface Loan {
  contract: string;
  principal: number;
  outstanding: number;
  since: Day;
  until: Day;
  payment: number;
}

/** A loan of the fund for a home that was bought since 1998 and is still owned; four in five buyers take one. */
export const housingLoans = (block: Block, person: Person): Loan[] =>
  block.premises.flatMap(({ id, owners }) => {
    const own = owners.find(
      ({ owner, until, price, since }) => owner === person && until === null && price > 300_000 && yearOf(since) > 1998,
    );
    if (own === undefined || hashOf(block.number, id.length, own.since, own.price) % 5 === 0) return [];
    const age = ageOn(person.born, own.since);
    const years = Math.min(30, 68 - age);
    const until = addYears(own.since, years);
    const isEmployed = person.jobs.some(
      ({ since, until: left }) => since <= own.since && (left === null || left > own.since),
    );
    if (years < 5 || !isEmployed || until <= block.today || !isAliveOn(person, block.today)) return [];
    const buyers = owners.filter(({ since, owner }) => since === own.since && owner !== person).length + 1;
    const principal = Math.round(Math.min(own.price * 0.6, buyers > 1 ? 1_600_000 : 800_000) / 10_000) * 10_000;
    const rate = 0.0285 / 12;
    const months = years * 12;
    const payment = cents((principal * rate) / (1 - (1 + rate) ** -months));
    const paid = Math.max(0, monthIndexOf(block.today) - monthIndexOf(own.since));
    const outstanding = cents(Math.max(0, (payment * (1 - (1 + rate) ** -(months - paid))) / rate));
    return [
      {
        contract: `GJJDK${id}`,
        principal,
        outstanding: Math.min(principal, outstanding),
        since: own.since,
        until,
        payment,
      },
    ];
  });

/** The day on which the fund books a month's deposit. */
export const depositDay = (month: Month): Day => firstDayOf(month) + 11;
