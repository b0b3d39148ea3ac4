import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { addMonths, addYears, ageOn, dayOf, yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import { isAliveOn, spouseOf, type Person } from '../world/model.ts';

const schedule = z
  .array(z.strictObject({ vaccine: z.string(), months: z.array(z.number()), since: z.number() }))
  .parse(parse(readFileSync(new URL('../data/vaccines.yaml', import.meta.url), 'utf8')));

export interface Dose {
  vaccine: string;
  dose: number;
  day: Day;
  place: string;
  batch: string;
}

/** The register of vaccinations holds who was born from this year on. */
const REGISTERED_SINCE = 2005;

/** Doses by the national schedule: near the day when one is due; one child in twenty is late by months or still owes one. */
export const vaccinate = (block: Block, random: Random, person: Person): Dose[] => {
  if (yearOf(person.born) < REGISTERED_SINCE) return [];
  const doses: Dose[] = [];
  const end = Math.min(block.today, (person.died ?? block.today + 1) - 1);
  for (const { vaccine, months, since } of schedule) {
    if (yearOf(person.born) < since) continue;
    let last = person.born - 1;
    for (const [at, month] of months.entries()) {
      const due = addMonths(person.born, month);
      const late = random.chance(0.05) ? random.between(60, 400) : random.between(0, month === 0 ? 1 : 25);
      const day = Math.max(due + late, last + 28 * Math.min(at, 1));
      if (day > end || random.chance(0.01)) break;
      const stay = person.stays.findLast((each) => each.since <= day);
      const place = stay ? `${stay.premise.district.name}示例社区卫生服务中心` : '户籍地示例卫生院';
      doses.push({
        vaccine,
        dose: at + 1,
        day,
        place,
        batch: `SY${yearOf(day)}${String(random.below(10_000)).padStart(4, '0')}`,
      });
      last = day;
    }
  }
  return doses;
};

export interface CheckUp {
  day: Day;
  place: string;
  summary: string;
}

const SUMMARIES = [
  '未见明显异常',
  '血压偏高，建议复查',
  '血脂偏高，建议控制饮食',
  '轻度脂肪肝',
  '甲状腺结节，建议定期复查',
  '血糖偏高，建议内分泌科随访',
];

/** From 65 once a year at the community centre (国家基本公共卫生服务规范); some who work have one from the employer. */
export const checkUps = (block: Block, random: Random, person: Person, from: Day): CheckUp[] => {
  const made: CheckUp[] = [];
  for (let year = yearOf(from); year <= yearOf(block.today); year += 1) {
    const day = dayOf(year, 3, 1) + random.between(0, 240);
    if (day < from || day > block.today || !isAliveOn(person, day) || day < person.here) continue;
    const age = ageOn(person.born, day);
    const works = person.jobs.some(({ since, until }) => since <= day && (until === null || until > day));
    if (!random.chance(age >= 65 ? 0.72 : works && age < 65 ? 0.35 : 0)) continue;
    const stay = person.stays.findLast((each) => each.since <= day);
    const place = age >= 65 ? `${stay?.premise.district.name ?? '上海市'}示例社区卫生服务中心` : '上海示例健康体检中心';
    made.push({ day, place, summary: random.chance(age < 40 ? 0.7 : 0.3) ? '未见明显异常' : random.pick(SUMMARIES) });
  }
  return made;
};

export interface Pregnancy {
  registered: Day;
  expected: Day;
  ended: Day | null;
}

/** One for each birth in the city since 2010, and those that are under way: one married woman in fifteen of the age. */
export const pregnancies = (block: Block, random: Random, person: Person): Pregnancy[] => {
  if (person.isMale) return [];
  const made: Pregnancy[] = [];
  for (const { born, adopted } of person.children)
    if (adopted === null && yearOf(born) > 2009 && person.here < born - 215)
      made.push({ registered: born - random.between(170, 210), expected: born + random.between(-9, 12), ended: born });
  const { today } = block;
  const age = ageOn(person.born, today);
  const last = person.children.at(-1)?.born ?? today - 5_000;
  const mayBear =
    spouseOf(person) !== null && age > 22 && age < 40 && person.children.length < 2 && addYears(last, 2) < today;
  if (mayBear && isAliveOn(person, today) && random.chance(1 / 15)) {
    const registered = today - random.between(5, 170);
    if (person.here < registered && registered > last + 400)
      made.push({ registered, expected: registered + 280 - random.between(70, 90), ended: null });
  }
  return made.filter(
    ({ expected, ended, registered }) => registered < expected && (ended !== null || expected > today - 3),
  );
};
