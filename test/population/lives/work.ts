import { addYears, dayOf, monthIndexOf, yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { City } from '../city.ts';
import { largeEmployers } from '../enterprises/employers.ts';
import type { Venture } from '../enterprises/venture.ts';
import type { Block } from '../world/block.ts';
import { isAliveOn, type Employer, type Job, type Person } from '../world/model.ts';
import { wageLevel } from '../world/rates.ts';
import { cameToStudy, educationOn, endOfSchooling } from './schooling.ts';
import { monthsForPension, retirementDays, type Worker } from './retirement.ts';

/** Who never works for others, beside those whom their ventures keep busy. */
const AT_HOME = { man: 0.04, woman: 0.14 };

/** Gives the people of a block their jobs, from school until retirement or death, and their day of retirement. */
export const employ = (city: City, block: Block, ventures: readonly Venture[]): void => {
  const random = block.random('work');
  for (const person of block.people) {
    serve(block, random, person);
    const own = ventures.filter(({ leaders }) => leaders[0]?.person === person);
    const begin = firstDayOfWork(random, person);
    const leave = planRetirement(block, random, person);
    const end = Math.min(leave, person.died ?? leave);
    const isIdle = own.length === 0 && random.chance(person.isMale ? AT_HOME.man : AT_HOME.woman);
    if (!isIdle) work(city, block, random, person, { begin, end, own });
    person.retired = isPensioner(block, person, leave) ? leave : null;
  }
};

/** Few men serve two years after school (兵役法 article 26). */
const serve = (block: Block, random: Random, person: Person): void => {
  if (!person.isMale || yearOf(person.born) < 1955 || !random.chance(0.035)) return;
  const year = yearOf(person.born) + random.between(18, 20);
  const since = year < 2013 ? dayOf(year, 12, 1) : dayOf(year, 9, 1);
  const until = addYears(since, year < 1999 ? 3 : 2);
  const isFree = person.studies.every((study) => study.until < since || study.since >= until + 30);
  if (!isFree || until > block.today || !isAliveOn(person, until) || addYears(person.born, 18) > since) return;
  if (person.here > since && person.here < until) return;
  person.service = { branch: random.pick(['陆军', '陆军', '陆军', '海军', '空军', '武警']), since, until };
};

const firstDayOfWork = (random: Random, person: Person): Day => {
  const free = Math.max(endOfSchooling(person), person.service?.until ?? 0);
  const begin = free + (random.chance(0.75) ? random.between(5, 80) : random.between(80, 420));
  // Who comes for work finds it soon; who comes to study works after it.
  return person.here > begin && !cameToStudy(person)
    ? person.here + random.between(3, 60)
    : Math.max(begin, person.here);
};

const workerOf = (random: Random, person: Person): Worker =>
  person.isMale ? 'MAN' : random.chance(person.talent > 0.6 ? 0.7 : 0.15) ? 'WOMAN_55' : 'WOMAN_50';

/** The statutory day, or up to three years earlier by choice since 2025, but not before the age that held before. */
const planRetirement = (block: Block, random: Random, person: Person): Day => {
  const { before, statutory } = retirementDays(person.born, workerOf(random, person));
  const early = Math.max(before, statutory - random.between(30, 1_095), dayOf(2025, 1, 1));
  return statutory > dayOf(2025, 1, 1) && early < statutory && random.chance(0.2) ? early : statutory;
};

const isPensioner = (block: Block, person: Person, leave: Day): boolean =>
  leave <= block.today && isAliveOn(person, leave) && monthsOfWork(person) >= monthsForPension(yearOf(leave));

export const monthsOfWork = ({ jobs }: Person): number =>
  jobs.reduce((sum, { since, until }) => sum + (until === null ? 0 : monthIndexOf(until) - monthIndexOf(since)), 0);

interface Plan {
  begin: Day;
  end: Day;
  own: readonly Venture[];
}

const work = (city: City, block: Block, random: Random, person: Person, { begin, end, own }: Plan): void => {
  let day = begin;
  for (const { enterprise, leaders } of own) {
    const since = Math.max(enterprise.since, day);
    const until = Math.min(leaders[0]?.until ?? end, enterprise.until ?? end, end);
    if (since + 60 > until || since > block.today) continue;
    workForOthers(city, block, random, person, day, Math.min(since, end));
    start(block, person, {
      employer: enterprise,
      occupation: '企业负责人',
      since,
      until,
      wage: wageOf(random, person, since),
    });
    day = until + random.between(10, 120);
  }
  workForOthers(city, block, random, person, day, end);
};

/** One job after the other between two days, with the gaps that unemployment leaves. */
const workForOthers = (city: City, block: Block, random: Random, person: Person, from: Day, end: Day): void => {
  let day = from;
  while (day < end - 40 && day <= block.today) {
    const found = findEmployer(city, block, random, person, day);
    // Planned jobs were for life; the young change oftener.
    const typical = yearOf(day) < 1990 ? 9_000 : 2_600;
    const length = 120 + Math.floor(-Math.log(1 - random.next()) * typical);
    const until = Math.min(day + length, end, found.employer.until ?? end);
    if (until - day < 30) {
      day += random.between(40, 200);
      continue;
    }
    start(block, person, { ...found, since: day, until, wage: wageOf(random, person, day) });
    day = until + (random.chance(0.7) ? random.between(1, 40) : random.between(40, 500));
  }
};

const start = (block: Block, person: Person, job: Job): void => {
  const until = job.until !== null && job.until <= block.today ? job.until : null;
  person.jobs.push({ ...job, until });
};

const wageOf = (random: Random, person: Person, day: Day): number => {
  const degree = ['COLLEGE', 'BACHELOR', 'MASTER', 'DOCTORATE'].indexOf(educationOn(person, day) ?? '') + 1;
  const years = Math.min(20, Math.max(0, yearOf(day) - yearOf(person.born) - 22));
  const today =
    5_200 * (1 + degree * 0.4) * (0.75 + random.next() * 0.8) * (0.8 + person.talent * 0.5) * (1 + years * 0.025);
  return Math.round(today * wageLevel(yearOf(day)));
};

/** Work that takes a degree, and work that is mostly done without one. */
const LEARNED = /师|医生|研究|编辑|经理|顾问|会计|专员|分析|行政|护士|技术员|风控|计调/;
const UNLEARNED =
  /工$|厨师|理发师|美容师|工人|司机|驾驶员|快递|配送|保安|保洁|家政|护工|收银|理货|服务员|店员|前台|环卫|农民|营业员/;

const fits = (occupation: string, isGraduate: boolean): boolean =>
  isGraduate ? !UNLEARNED.test(occupation) : UNLEARNED.test(occupation) || !LEARNED.test(occupation);

interface Position {
  employer: Employer;
  occupation: string;
}

const isOpen = ({ since, until }: Employer, day: Day): boolean => since <= day && (until === null || until >= day + 60);

/** An employer of the day, with work that fits the schooling where there is any. */
const findEmployer = (city: City, block: Block, random: Random, person: Person, day: Day): Position => {
  const isGraduate = ['COLLEGE', 'BACHELOR', 'MASTER', 'DOCTORATE'].includes(educationOn(person, day) ?? '');
  for (let tries = 0; tries < 12; tries += 1) {
    const enterprise = random.chance(0.5) ? city.findEnterprise(random, block.number) : null;
    const large = random.pick(largeEmployers);
    const employer = enterprise ?? large;
    if (!isOpen(employer, day)) continue;
    const fitting = (enterprise?.trade.jobs ?? large.jobs).filter((job) => fits(job, isGraduate));
    if (fitting.length > 0) return { employer, occupation: random.pick(fitting) };
  }
  const open = largeEmployers.filter((employer) => isOpen(employer, day));
  const positions = open.flatMap((employer) => employer.jobs.map((occupation) => ({ employer, occupation })));
  const fitting = positions.filter(({ occupation }) => fits(occupation, isGraduate));
  return random.pick(fitting.length > 0 ? fitting : positions);
};
