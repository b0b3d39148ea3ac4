import { addMonths, addYears, dayOf, yearOf, type Day } from '../days.ts';
import { toUscc } from '../numbers/uscc.ts';
import type { Random } from '../random.ts';
import { pickDistrict, roads } from '../world/places.ts';
import type { District } from '../world/model.ts';
import { reportYearsOf, type Enterprise } from './enterprise.ts';
import { tradeAfter, type Trade } from './trades.ts';

export interface Report {
  year: number;
  /** null: missed. */
  filed: Day | null;
  revenue: number | null;
  taxes: number | null;
  employees: number;
}
export interface Listing {
  directory: '经营异常名录' | '严重违法失信名单' | '失信被执行人名单';
  since: Day;
  until: Day | null;
  ground: string;
  citation: string;
  decidedBy: '市场监督管理局' | '高级人民法院';
}
export interface Penalty {
  number: string;
  department: string;
  day: Day;
  ground: string;
  amount: number | null;
  isPublished: boolean;
}
export interface Change {
  kind: '名称变更' | '经营范围变更' | '住所变更' | '注册资本变更' | '登记状态变更';
  day: Day;
  before: string;
  after: string;
}
export interface Branch {
  uscc: string;
  name: string;
  district: District;
  address: string;
  since: Day;
  until: Day | null;
}

/** What departments have recorded of an enterprise. */
export interface History {
  readonly reports: Report[];
  readonly listings: Listing[];
  readonly penalties: Penalty[];
  readonly changes: Change[];
  readonly branch: Branch | null;
  /** A trade that the scope gained, and when. */
  readonly gained: { trade: Trade; day: Day } | null;
  readonly name: string;
  readonly scope: string;
  readonly address: string;
  readonly capital: number | null;
}

export const recordHistory = (enterprise: Enterprise, random: Random, today: Day): History => {
  const end = enterprise.until ?? today;
  const reports = fileReports(enterprise, random, today);
  const changes: Change[] = [];
  const isLong = end - enterprise.since > 900;
  const dayOfChange = (): Day => random.between(enterprise.since + 300, end - 30);
  const isCompany = enterprise.kind === '有限责任公司';

  const gained = isLong && random.chance(0.12) ? { trade: tradeAfter(enterprise.trade), day: dayOfChange() } : null;
  const scope = gained ? `${enterprise.trade.scope}，${gained.trade.scope}` : enterprise.trade.scope;
  if (gained) changes.push({ kind: '经营范围变更', day: gained.day, before: enterprise.trade.scope, after: scope });
  const renamed = isLong && random.chance(0.05);
  const before = enterprise.name.replace(/^(上海(?:市[^区]*区)?)(.)/, '$1新$2');
  if (renamed) changes.push({ kind: '名称变更', day: dayOfChange(), before, after: enterprise.name });
  const former = `上海市${enterprise.district.name}${random.pick(roads)}（示例）${random.between(1, 1999)}号`;
  if (isLong && random.chance(0.16))
    changes.push({ kind: '住所变更', day: dayOfChange(), before: former, after: enterprise.address });
  const capital = enterprise.capital;
  if (isLong && isCompany && capital !== null && random.chance(0.08))
    changes.push({
      kind: '注册资本变更',
      day: dayOfChange(),
      before: `${Math.max(1, Math.round(capital / 4))}万元人民币`,
      after: `${capital}万元人民币`,
    });
  if (enterprise.until !== null && enterprise.ending !== null)
    changes.push({ kind: '登记状态变更', day: enterprise.until, before: '存续', after: enterprise.ending });
  return {
    reports,
    listings: [...listMissed(enterprise, reports, random, today), ...listDebtors(enterprise, random, end)],
    penalties: punish(enterprise, random, end),
    changes: changes.sort((one, other) => one.day - other.day),
    branch: isLong && isCompany && random.chance(0.04) ? openBranch(enterprise, dayOfChange(), random) : null,
    gained,
    name: enterprise.name,
    scope,
    address: enterprise.address,
    capital,
  };
};

/** 企业信息公示暂行条例 article 8: each year from 1 January to 30 June, for the year before. */
const fileReports = (enterprise: Enterprise, random: Random, today: Day): Report[] => {
  const staff = Math.max(1, Math.round(Math.exp(random.next() * (enterprise.kind === '有限责任公司' ? 4 : 1.4))));
  const diligence = random.next();
  return reportYearsOf(enterprise, today).map((year) => {
    const isDue = random.chance(diligence < 0.06 ? 0.45 : 0.975);
    const late = dayOf(year + 1, 7, 8) + random.between(5, 300);
    const isLate = !isDue && random.chance(0.6) && late <= Math.min(today, enterprise.until ?? today);
    const filed = isDue ? dayOf(year + 1, 1, 5) + random.between(0, 176) : isLate ? late : null;
    const revenue = Math.round(staff * (80_000 + random.next() * 300_000));
    const isPublic = random.chance(0.55);
    return {
      year,
      filed,
      revenue: isPublic ? revenue : null,
      taxes: isPublic ? Math.round(revenue * (0.01 + random.next() * 0.05)) : null,
      employees: Math.max(1, Math.round(staff * (0.8 + random.next() * 0.4))),
    };
  });
};

/**
 * 企业经营异常名录管理暂行办法 articles 4 and 6: entered within ten working days, left within five after the report. Until
 * September 2021 three years in it led into the list of the seriously unlawful. Individual businesses are marked elsewhere.
 */
const listMissed = (enterprise: Enterprise, reports: readonly Report[], random: Random, today: Day): Listing[] => {
  if (enterprise.kind === '个体工商户') return [];
  const listings: Listing[] = [];
  for (const { year, filed } of reports) {
    const deadline = dayOf(year + 1, 6, 30);
    const since = deadline + random.between(6, 14);
    const closed = enterprise.until ?? today + 1;
    if ((filed !== null && filed <= deadline) || since >= closed || since > today) continue;
    const left = filed === null ? null : Math.max(filed, since) + random.between(1, 5);
    listings.push({
      directory: '经营异常名录',
      since,
      until: left !== null && left <= today ? left : null,
      ground: `未在规定期限公示${year}年度报告`,
      citation: '《企业经营异常名录管理暂行办法》第四条第一项',
      decidedBy: '市场监督管理局',
    });
    const third = addYears(since, 3);
    if (filed === null && year + 4 < 2021 && third < closed)
      listings.push({
        directory: '严重违法失信名单',
        since: third,
        until: null,
        ground: '被列入经营异常名录届满三年仍未履行公示义务',
        citation: '《严重违法失信企业名单管理暂行办法》第五条第一项',
        decidedBy: '市场监督管理局',
      });
  }
  return listings;
};

const listDebtors = (enterprise: Enterprise, random: Random, end: Day): Listing[] => {
  if (end - enterprise.since < 1_500 || !random.chance(0.02) || enterprise.kind === '个体工商户') return [];
  const since = Math.max(dayOf(2014, 1, 10), random.between(enterprise.since + 700, end - 60));
  if (since >= end) return [];
  const until = addYears(since, 2);
  return [
    {
      directory: '失信被执行人名单',
      since,
      until: until < end ? until : null,
      ground: '有履行能力而拒不履行生效法律文书确定义务',
      citation: '《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条第一项',
      decidedBy: '高级人民法院',
    },
  ];
};

const GROUNDS: readonly (readonly [string, string])[] = [
  ['市场监督管理局', '公示的企业信息隐瞒真实情况，违反《企业信息公示暂行条例》第十七条'],
  ['市场监督管理局', '未取得食品经营许可从事食品经营活动，违反《食品安全法》第一百二十二条'],
  ['卫生健康委员会', '公共场所卫生管理不符合要求，违反《公共场所卫生管理条例实施细则》第三十七条'],
  ['税务局', '未按照规定的期限办理纳税申报，违反《税收征收管理法》第六十二条'],
  ['人力资源和社会保障局', '未按规定办理社会保险登记，违反《社会保险法》第八十四条'],
];

const punish = (enterprise: Enterprise, random: Random, end: Day): Penalty[] => {
  if (end - enterprise.since < 500 || !random.chance(0.07)) return [];
  const day = Math.max(dayOf(2014, 1, 1), random.between(enterprise.since + 200, end - 20));
  if (day >= end) return [];
  const [department, ground] = random.pick(GROUNDS);
  return [
    {
      number: `沪示罚〔${yearOf(day)}〕${String(enterprise.serial).padStart(9, '0')}号`,
      department,
      day,
      ground,
      amount: random.chance(0.8) ? random.between(1, 60) * 500 : null,
      isPublished: random.chance(0.8),
    },
  ];
};

/** Serials of branches begin here. */
const FIRST_BRANCH = 500_000_000;

const openBranch = (enterprise: Enterprise, since: Day, random: Random): Branch => {
  const district = pickDistrict(random);
  const until = enterprise.until === null && random.chance(0.2) ? addMonths(since, 8) : enterprise.until;
  return {
    uscc: toUscc('91', district.code, FIRST_BRANCH + enterprise.serial),
    name: `${enterprise.name}${district.short}分公司`,
    district,
    address: `上海市${district.name}${random.pick(roads)}（示例）${random.between(1, 1999)}号`,
    since,
    until,
  };
};
