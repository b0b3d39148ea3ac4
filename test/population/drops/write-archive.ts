import type { LivedBlock } from '../live-block.ts';
import { ageOn, dayOf, firstDayOf, monthIndexOf, type Day, type Month } from '../days.ts';
import { rateCredit } from '../lives/credit.ts';
import { cross } from '../lives/crossings.ts';
import { depositDay, housingFundOf, type Loan } from '../lives/finance.ts';
import { checkUps } from '../lives/health.ts';
import {
  benefitDay,
  insuredMonths,
  PENSION_SHARE,
  pensionOf,
  startOfMedical,
  toContribution,
  wageIn,
} from '../lives/insurance.ts';
import type { Records } from '../lives/records.ts';
import { firstLicensed } from '../lives/traffic.ts';
import { billAccount, utilityAccounts } from '../lives/utilities.ts';
import type { Random } from '../random.ts';
import type { Write } from '../writing/drop.ts';
import type { Block } from '../world/block.ts';
import { isAliveOn, isRegisteredHere, type Person } from '../world/model.ts';
import * as drops from './archive.ts';

/** Writes the drops of the life archive for a block; what is by the month begins with month `first`. */
export const writeArchive = ({ block, recordsOf }: LivedBlock, first: Month, write: Write): void => {
  const money = block.random('money');
  const health = block.random('check-ups');
  const journeys = block.random('journeys');
  const from = firstDayOf(first);
  for (const person of block.people) {
    const records = recordsOf.get(person);
    if (records === undefined) continue;
    writeInsurance(block, money, person, first, write);
    writeHousing(block, person, records, first, write);
    writeHealth(block, health, person, records, from, write);
    for (const it of records.taxYears) write(drops.taxYears, { person, it });
    writeTraffic(block, journeys, person, records, from, write);
    if (isAliveOn(person, block.today) && ageOn(person.born, block.today) > 17) {
      const { records, score } = rateCredit(block, money, person, from);
      write(drops.creditScores, { person, it: score, today: block.today });
      for (const it of records) write(drops.creditRecords, { person, it });
    }
  }
  for (const account of utilityAccounts(block)) {
    write(drops.utilityAccounts, account);
    for (const bill of billAccount(money, account, first, block.today)) write(drops.utilityBills, bill);
  }
};

const entryId = (prefix: string, person: Person, month: Month, kind: string): string =>
  `${prefix}${String(person.serial).padStart(9, '0')}${month}${kind}`;
const cents = (amount: number): number => Math.round(amount * 100) / 100;

const writeInsurance = (block: Block, random: Random, person: Person, first: Month, write: Write): void => {
  const { today } = block;
  const last = monthIndexOf(today) - 1;
  for (const insured of insuredMonths(person, first, last)) {
    const it = toContribution(insured);
    write(drops.contributions, { person, it });
    if (it.month % 12 !== 11) continue;
    // A year's own contributions are credited at its end.
    const amount = cents(it.personal * PENSION_SHARE * 12);
    const entry = {
      id: entryId('YLJ', person, it.month, '1'),
      day: firstDayOf(it.month) + 30,
      kind: '缴费记入',
      amount,
      counterparty: it.job.employer.name,
    };
    write(drops.pensionEntries, { person, it: entry });
  }
  const pension = pensionOf(person, first, today);
  if (pension) write(drops.pensions, { person, it: pension, today });
  if (pension?.monthlyBenefit && person.retired !== null)
    for (let month = Math.max(first, monthIndexOf(person.retired) + 1); benefitDay(month) <= today; month += 1)
      write(drops.pensionEntries, {
        person,
        it: {
          id: entryId('YLF', person, month, '2'),
          day: benefitDay(month),
          kind: '待遇发放',
          amount: -pension.monthlyBenefit,
          counterparty: '上海市社会保险事业管理中心',
        },
      });
  writeMedical(block, random, person, first, write);
};

const writeMedical = (block: Block, random: Random, person: Person, first: Month, write: Write): void => {
  const { today } = block;
  if (!isAliveOn(person, today)) return;
  const job = person.jobs.at(-1);
  const isEmployee = person.retired !== null || job?.until === null;
  if (!isEmployee && !isRegisteredHere(person, today)) return;
  const since = isEmployee ? startOfMedical(person) : Math.max(person.here, dayOf(2008, 1, 1));
  const balance = isEmployee ? cents(500 + random.next() * 9_000) : null;
  write(drops.medicalInsurance, { person, it: { isEmployee, balance, since, until: null }, today });
  const age = ageOn(person.born, today);
  const visits = age < 7 || age > 60 ? 0.45 : 0.15;
  for (let month = Math.max(first, monthIndexOf(since) + 1); month < monthIndexOf(today); month += 1) {
    if (!random.chance(visits)) continue;
    const isMedicine = random.chance(0.5);
    const day: Day = firstDayOf(month) + random.below(28);
    const counterparty = isMedicine ? '上海示例大药房' : '上海市示例人民医院';
    const amount = -random.between(20, isMedicine ? 260 : 700);
    write(drops.medicalEntries, {
      person,
      it: {
        id: entryId('YB', person, month, isMedicine ? '1' : '2'),
        day,
        kind: isMedicine ? '购药' : '门诊',
        amount,
        counterparty,
      },
    });
  }
};

const writeHousing = (block: Block, person: Person, { loans }: Records, first: Month, write: Write): void => {
  const { today } = block;
  const account = housingFundOf(person, today);
  if (account === null) return;
  write(drops.housingFunds, { person, it: account, today });
  for (const it of loans) write(drops.housingLoans, { person, it });
  writeHousingEntries(block, person, first, loans[0] ?? null, write);
};

const writeHousingEntries = ({ today }: Block, person: Person, first: Month, loan: Loan | null, write: Write): void => {
  for (const { month, job } of insuredMonths(person, first, monthIndexOf(today) - 1)) {
    if (job.employer.uscc.startsWith('92')) continue;
    const amount = Math.round(wageIn(job, month) * 0.14);
    write(drops.housingEntries, {
      person,
      it: {
        id: entryId('GJJ', person, month, '1'),
        day: depositDay(month),
        kind: '汇缴',
        amount,
        counterparty: job.employer.name,
      },
    });
    const day = depositDay(month) + 8;
    if (loan && day > loan.since && day <= today)
      write(drops.housingEntries, {
        person,
        it: {
          id: entryId('GJJ', person, month, '2'),
          day,
          kind: '还贷',
          amount: -Math.min(amount, loan.payment),
          counterparty: '上海市公积金管理中心',
        },
      });
  }
};

const BLOOD = ['A型', 'A型', 'B型', 'B型', 'O型', 'O型', 'O型', 'AB型', 'A型RH阴性'];
const ALLERGIES = ['无', '无', '无', '无', '青霉素', '头孢类', '海鲜', '花粉、尘螨'];

const writeHealth = (block: Block, random: Random, person: Person, records: Records, from: Day, write: Write): void => {
  if (isAliveOn(person, block.today) && random.chance(0.85))
    write(drops.healthBasics, { person, it: { blood: random.pick(BLOOD), allergies: random.pick(ALLERGIES) } });
  for (const it of records.doses) write(drops.vaccinations, { person, it });
  for (const it of checkUps(block, random, person, from)) write(drops.checkUps, { person, it });
  for (const it of records.pregnancies) write(drops.pregnancies, { person, it });
};

const writeTraffic = (
  block: Block,
  random: Random,
  person: Person,
  { licences, violations }: Records,
  from: Day,
  write: Write,
): void => {
  const licensed = firstLicensed(licences);
  if (licensed !== null && isAliveOn(person, block.today)) write(drops.drivers, { person, it: licensed });
  for (const it of violations) write(drops.violations, { person, it });
  for (const it of cross(random, person, licences, from, block.today)) write(drops.crossings, { person, it });
};
