import { addYears, dayOf, monthOf, yearOf, type Day } from '../days.ts';
import { SHANGHAI } from '../numbers/id-number.ts';
import type { Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import type { Person, Stage, Study } from '../world/model.ts';
import { provinceOf } from '../world/places.ts';

type Level = 'NONE' | Stage;

/** How far people of a cohort got: shares of those who stopped at each level. */
const LEVELS: readonly { until: number; shares: readonly (readonly [Level, number])[] }[] = [
  {
    until: 1944,
    shares: [
      ['NONE', 0.15],
      ['PRIMARY', 0.4],
      ['JUNIOR_SECONDARY', 0.25],
      ['SENIOR_SECONDARY', 0.12],
      ['BACHELOR', 0.08],
    ],
  },
  {
    until: 1959,
    shares: [
      ['PRIMARY', 0.2],
      ['JUNIOR_SECONDARY', 0.5],
      ['SENIOR_SECONDARY', 0.22],
      ['COLLEGE', 0.05],
      ['BACHELOR', 0.03],
    ],
  },
  {
    until: 1974,
    shares: [
      ['PRIMARY', 0.08],
      ['JUNIOR_SECONDARY', 0.4],
      ['SENIOR_SECONDARY', 0.2],
      ['VOCATIONAL', 0.12],
      ['COLLEGE', 0.11],
      ['BACHELOR', 0.075],
      ['MASTER', 0.015],
    ],
  },
  {
    until: 1984,
    shares: [
      ['JUNIOR_SECONDARY', 0.28],
      ['SENIOR_SECONDARY', 0.12],
      ['VOCATIONAL', 0.15],
      ['COLLEGE', 0.2],
      ['BACHELOR', 0.2],
      ['MASTER', 0.042],
      ['DOCTORATE', 0.008],
    ],
  },
  {
    until: 9999,
    shares: [
      ['JUNIOR_SECONDARY', 0.08],
      ['SENIOR_SECONDARY', 0.07],
      ['VOCATIONAL', 0.19],
      ['COLLEGE', 0.22],
      ['BACHELOR', 0.34],
      ['MASTER', 0.085],
      ['DOCTORATE', 0.015],
    ],
  },
];

/** Years of each stage: five, four and three in the city's schools, six, three and three elsewhere. */
const YEARS: Readonly<Record<Stage, readonly [number, number]>> = {
  PRIMARY: [5, 6],
  JUNIOR_SECONDARY: [4, 3],
  SENIOR_SECONDARY: [3, 3],
  VOCATIONAL: [3, 3],
  COLLEGE: [3, 3],
  BACHELOR: [4, 4],
  MASTER: [3, 3],
  DOCTORATE: [4, 4],
};

const WAYS: Readonly<Record<Level, readonly Stage[]>> = {
  NONE: [],
  PRIMARY: ['PRIMARY'],
  JUNIOR_SECONDARY: ['PRIMARY', 'JUNIOR_SECONDARY'],
  SENIOR_SECONDARY: ['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY'],
  VOCATIONAL: ['PRIMARY', 'JUNIOR_SECONDARY', 'VOCATIONAL'],
  COLLEGE: ['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'COLLEGE'],
  BACHELOR: ['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'BACHELOR'],
  MASTER: ['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'BACHELOR', 'MASTER'],
  DOCTORATE: ['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'BACHELOR', 'MASTER', 'DOCTORATE'],
};

const ORDINALS = '一二三四五六七八九';
const UNIVERSITIES = [
  '上海示例大学',
  '上海示例理工大学',
  '上海示例师范大学',
  '上海示例财经学院',
  '上海示例医学院',
  '上海示例海事学院',
];

/** Whether somebody came to the city to study. */
export const cameToStudy = (person: Person): boolean => person.stays[0]?.premise.use === '宿舍';

/** Sends the people of a block to school: on 1 September after the sixth birthday (义务教育法 article 11), until they leave it. */
export const school = (block: Block): void => {
  const random = block.random('studies');
  for (const person of block.people) {
    const level = cameToStudy(person) && person.talent < 0.9 ? 'BACHELOR' : levelOf(person);
    let since = dayOf(yearOf(person.born) + (monthOf(person.born) > 8 ? 7 : 6), 9, 1);
    for (const stage of WAYS[level]) {
      // Who moves in a few weeks after term began came for it.
      const isHere = person.here <= since + 45;
      const years = YEARS[stage][isHere ? 0 : 1];
      const until = dayOf(yearOf(since) + years, 6, 30);
      if (since > block.today || (person.died !== null && person.died <= since)) break;
      const isDropped = (stage === 'BACHELOR' || stage === 'COLLEGE') && random.chance(0.03);
      const end = isDropped ? since + random.between(200, 900) : until;
      const study: Study = {
        school: schoolOf(random, person, stage, since, isHere),
        stage,
        since,
        until: end,
        graduated: !isDropped,
      };
      person.studies.push(study);
      if (isDropped) break;
      since = dayOf(yearOf(until), 9, 1);
    }
  }
};

const levelOf = ({ born, talent }: Person): Level => {
  const year = yearOf(born);
  let rest = talent;
  const shares = LEVELS.find(({ until }) => year <= until)?.shares ?? [];
  for (const [level, share] of shares) {
    if (rest < share) return level;
    rest -= share;
  }
  return shares.at(-1)?.[0] ?? 'NONE';
};

const schoolOf = (random: Random, person: Person, stage: Stage, day: Day, isHere: boolean): string => {
  const isHigher = ['COLLEGE', 'BACHELOR', 'MASTER', 'DOCTORATE'].includes(stage);
  const stay = person.stays.findLast(({ since }) => since <= day) ?? person.stays[0];
  if (isHere || person.province === SHANGHAI) {
    if (stage === 'COLLEGE') return '上海示例职业技术学院';
    if (stage === 'VOCATIONAL') return `上海市第${ORDINALS.charAt(random.below(9))}示例职业学校`;
    if (isHigher) return random.pick(UNIVERSITIES) + (stage === 'BACHELOR' ? '' : '（研究生院）');
    return `${stay?.premise.district.name ?? '上海市'}第${ORDINALS.charAt(random.below(9))}示例${kindOf(stage)}`;
  }
  const place = /^.*?(?:省|自治区|市)/.exec(provinceOf(person.province).place)?.[0] ?? '';
  if (isHigher)
    return `${place}示例${stage === 'COLLEGE' ? '职业学院' : '大学'}${stage === 'MASTER' || stage === 'DOCTORATE' ? '（研究生院）' : ''}`;
  return `${place}第${ORDINALS.charAt(random.below(9))}示例${kindOf(stage)}`;
};

const kindOf = (stage: Stage): string =>
  stage === 'PRIMARY'
    ? '小学'
    : stage === 'JUNIOR_SECONDARY'
      ? '初级中学'
      : stage === 'VOCATIONAL'
        ? '职业学校'
        : '高级中学';

/** The highest stage that somebody had graduated from on a day. */
export const educationOn = ({ studies }: Person, day: Day): Stage | null =>
  studies.findLast(({ graduated, until }) => graduated && until <= day)?.stage ?? null;

/** The last day of schooling, planned or reached; the sixteenth birthday at the least. */
export const endOfSchooling = ({ studies, born }: Person): Day =>
  Math.max(studies.at(-1)?.until ?? 0, addYears(born, 16));
