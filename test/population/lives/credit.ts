import { addYears, ageOn, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import type { Person } from '../world/model.ts';

export interface CreditRecord {
  id: string;
  kind: string;
  isPositive: boolean;
  day: Day;
  until: Day | null;
  department: string;
  text: string;
}
export interface Score {
  score: number;
  grade: 'A' | 'B' | 'C' | 'D';
}

const KINDS: readonly (readonly [string, boolean, string, string, number])[] = [
  ['志愿服务', true, '民政局', '志愿服务时长累计满一百小时', 3],
  ['无偿献血', true, '卫生健康委员会', '无偿献血', 3],
  ['纳税信用', true, '税务局', '按时办理个人所得税汇算清缴', 2],
  ['公用事业欠费', false, '公用事业单位', '燃气费逾期六个月未缴', 2],
  ['判决未履行', false, '高级人民法院', '未按执行通知书指定的期间履行生效法律文书', 2],
  ['交通违法', false, '公安局', '一个记分周期内累计记分满十二分', 1],
];

/** Some have been recorded for good or bad; the score follows from what still counts. Negative records end after some years. */
export const rateCredit = (
  block: Block,
  random: Random,
  person: Person,
  from: Day,
): { records: CreditRecord[]; score: Score } => {
  const records: CreditRecord[] = [];
  for (let year = 0; year < 5; year += 1) {
    const day = block.today - year * 365 - random.below(360);
    if (day < from || ageOn(person.born, day) < 18 || day < person.here || !random.chance(0.02)) continue;
    const [kind, isPositive, department, text, years] = random.pick(KINDS);
    records.push({
      id: `XY${String(person.serial).padStart(9, '0')}${year}`,
      kind,
      isPositive,
      day,
      until: addYears(day, years),
      department,
      text,
    });
  }
  const counting = records.filter(({ until }) => until === null || until > block.today);
  const drawn = 620 + Math.round(random.next() * 220);
  const score = Math.max(
    300,
    Math.min(1_000, drawn + counting.reduce((sum, { isPositive }) => sum + (isPositive ? 60 : -180), 0)),
  );
  return { records, score: { score, grade: score >= 750 ? 'A' : score >= 600 ? 'B' : score >= 480 ? 'C' : 'D' } };
};
