import type { Day } from '../days.ts';
import { hashOf, type Random } from '../random.ts';
import { issue, renewals, type Licence } from '../lives/licence.ts';
import type { Enterprise } from './enterprise.ts';
import type { History } from './history.ts';
import type { Trade } from './trades.ts';

interface Permit {
  name: string;
  years: number | null;
  office: string;
  /** Letters before the serial number, and how many digits follow. */
  prefix: string;
  digits: number;
  more(trade: Trade, random: Random): Readonly<Record<string, string | number>>;
}

const PERMITS: Readonly<Record<string, Permit>> = {
  FOOD_PERMIT: {
    name: '食品经营许可证',
    years: 5,
    office: '市场监督管理局',
    prefix: 'JY13199',
    digits: 9,
    more: ({ code }) => ({
      主体业态: code === 'catering' ? '餐饮服务经营者' : '食品销售经营者',
      经营项目: code === 'catering' ? '热食类食品制售，冷食类食品制售' : '预包装食品销售，散装食品销售',
    }),
  },
  LIQUOR_RETAIL_PERMIT: {
    name: '酒类商品零售许可证',
    years: 5,
    office: '市场监督管理局',
    prefix: '沪酒零',
    digits: 8,
    more: () => ({ 酒类经营范围: '酒类零售' }),
  },
  PUBLIC_PLACE_HYGIENE_PERMIT: {
    name: '公共场所卫生许可证',
    years: 4,
    office: '卫生健康委员会',
    prefix: '沪卫公',
    digits: 8,
    more: ({ code }) => ({ 场所类别: code === 'hotel' ? '住宿' : code === 'hairdressing' ? '美容美发' : '饭馆' }),
  },
  SPECIAL_TRADE_PERMIT: {
    name: '特种行业许可证',
    years: null,
    office: '公安分局',
    prefix: '沪公特',
    digits: 8,
    more: (_, random) => ({ 行业类别: '旅馆业', 客房数: random.between(12, 220) }),
  },
  MEDICAL_DEVICE_PERMIT: {
    name: '医疗器械经营许可证',
    years: 5,
    office: '市场监督管理局',
    prefix: '沪示药监械经营许',
    digits: 8,
    more: () => ({ 经营方式: '批发', 许可范围: '第三类医疗器械' }),
  },
  DRUG_PERMIT: {
    name: '药品经营许可证',
    years: 5,
    office: '市场监督管理局',
    prefix: '沪示DA',
    digits: 8,
    more: () => ({ 经营方式: '零售', 许可范围: '中成药、化学药制剂、抗生素制剂' }),
  },
  ROAD_TRANSPORT_PERMIT: {
    name: '道路运输经营许可证',
    years: null,
    office: '交通委员会',
    prefix: '沪交运管许可',
    digits: 8,
    more: () => ({ 许可范围: '道路普通货物运输' }),
  },
  HAZARDOUS_CHEMICALS_PERMIT: {
    name: '危险化学品经营许可证',
    years: 3,
    office: '应急管理局',
    prefix: '沪示危化经',
    digits: 8,
    more: () => ({ 经营方式: '批发（不带储存设施）', 许可范围: '甲醇、乙醇' }),
  },
  TOBACCO_PERMIT: {
    name: '烟草专卖零售许可证',
    years: 5,
    office: '烟草专卖局',
    prefix: '3199',
    digits: 8,
    more: () => ({ 许可范围: '卷烟、雪茄烟零售' }),
  },
  LABOUR_DISPATCH_PERMIT: {
    name: '劳务派遣经营许可证',
    years: 3,
    office: '人力资源和社会保障局',
    prefix: '沪示派',
    digits: 8,
    more: () => ({ 许可范围: '劳务派遣' }),
  },
  TRAVEL_AGENCY_PERMIT: {
    name: '旅行社业务经营许可证',
    years: null,
    office: '文化和旅游局',
    prefix: 'L-SH-S',
    digits: 6,
    more: () => ({ 许可范围: '境内旅游业务和入境旅游业务' }),
  },
};

/** The business licence, and the permits that the trades of an enterprise take; one in seven trades without. */
export const issuePermits = (enterprise: Enterprise, history: History, random: Random, today: Day): Licence[] => {
  const { uscc, district, since, until, serial, trade } = enterprise;
  const end = Math.min(today, (until ?? today + 1) - 1);
  const own = { holder: uscc, office: `上海市${district.name}市场监督管理局` };
  const record = (prefix: string, index: number): string => `${prefix}E${String(serial).padStart(9, '0')}${index}`;
  const made: Licence[] = [];
  const reissues = [since, ...history.changes.filter(({ kind }) => kind !== '登记状态变更').map(({ day }) => day)];
  for (const [index, day] of [...new Set(reissues)].entries()) {
    made.at(-1)?.changes.push({ day, status: '换发', ground: '变更登记' });
    made.push(issue({ ...own, kind: '营业执照', record: record('YZ', index), number: uscc, issued: day, years: null }));
  }
  const needed: (readonly [string, Day, Trade])[] = trade.permits.map((each) => [each, since, trade] as const);
  if (history.gained) {
    const { trade: gained, day } = history.gained;
    for (const each of gained.permits) if (!trade.permits.includes(each)) needed.push([each, day, gained]);
  }
  for (const [code, from, of] of needed) {
    const permit = PERMITS[code];
    if (permit === undefined || !random.chance(0.86)) continue;
    const number =
      permit.prefix + String(hashOf(serial, code.length, from) % 10 ** permit.digits).padStart(permit.digits, '0');
    const first = from + random.between(12, 160);
    const more = permit.more(of, random);
    const office =
      permit.office === '公安分局' ? `上海市公安局${district.short}分局` : `上海市${district.name}${permit.office}`;
    made.push(
      ...renewals(random, { first, end, renewing: 0.9, early: 60, late: 15 }, (day, index) =>
        issue({
          holder: uscc,
          office,
          kind: permit.name,
          record: record(code.slice(0, 2), index * 10 + (code.charCodeAt(2) % 10)),
          number,
          issued: day,
          years: permit.years,
          more,
        }),
      ),
    );
  }
  if (until !== null)
    for (const each of made)
      if (each.changes.length === 0 && (each.until === null || each.until >= until))
        each.changes.push({
          day: until,
          status: '注销',
          ground: enterprise.ending === '吊销' ? '营业执照被吊销' : '企业注销',
        });
  return made;
};
