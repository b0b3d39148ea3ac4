import { dayOf, yearOf, type Day } from '../days.ts';
import { toUscc } from '../numbers/uscc.ts';
import { createRandom } from '../random.ts';
import type { Employer } from '../world/model.ts';
import { pickDistrict, pickPoint, roads } from '../world/places.ts';
import { pickTrade, type Trade } from './trades.ts';

/** What is known of an enterprise by its serial number alone, so that any block may name it. */
export interface Enterprise extends Employer {
  readonly serial: number;
  readonly trade: Trade;
  readonly kind: '有限责任公司' | '个体工商户' | '个人独资企业' | '分公司';
  /** How it ended, when it did. */
  readonly ending: '注销' | '吊销' | null;
  /** Ten thousands of yuan; null where the kind has none. */
  readonly capital: number | null;
  readonly address: string;
  readonly longitude: number;
  readonly latitude: number;
}

const STEMS = '瑞禾云景嘉澜启弘晟铭朗源泽恒悦锦诚颂帆华致远盛和新润达百川承明天佑兴安';
const ENTERPRISES = 101;
/** Districts and kinds are drawn from the stream of the enterprise; nothing depends on the others. */
export const enterpriseAt = (seed: number, serial: number, today: Day): Enterprise => {
  const random = createRandom(seed, ENTERPRISES, serial);
  const trade = pickTrade(random);
  const district = pickDistrict(random);
  const isShop = random.chance(trade.individual);
  const kind = isShop ? '个体工商户' : random.chance(0.05) ? '个人独资企业' : '有限责任公司';
  const year = yearOf(today) - Math.floor(-Math.log(1 - random.next() * 0.985) * 7);
  const since = Math.min(today - 20, dayOf(Math.max(1986, year), random.between(1, 12), random.between(1, 28)));
  const life = Math.floor(-Math.log(1 - random.next()) * 365 * (isShop ? 9 : 16)) + 200;
  const until = since + life < today ? since + life : null;
  const stem = `${STEMS.charAt(random.below(STEMS.length))}${STEMS.charAt(random.below(STEMS.length))}${STEMS.charAt(serial % STEMS.length)}`;
  const road = random.pick(roads);
  return {
    serial,
    trade,
    kind,
    since,
    until,
    ending: until === null ? null : random.chance(0.85) || until - since < 800 ? '注销' : '吊销',
    district,
    name: isShop
      ? `上海市${district.name}${stem}${trade.shop}`
      : `上海${stem}${trade.word}${kind === '个人独资企业' ? '中心' : '有限公司'}`,
    uscc: toUscc(isShop ? '92' : '91', district.code, serial),
    capital: isShop
      ? random.between(1, 10)
      : Math.round(10 * Math.exp(random.next() * 4.6)) * (random.chance(0.5) ? 1 : 5),
    address: `上海市${district.name}${road}（示例）${random.between(1, 1999)}号`,
    ...pickPoint(random, district),
  };
};

/** The first annual report was due for 2013; one is due from the year after the establishment. */
export const reportYearsOf = ({ since, until }: Enterprise, today: Day): number[] => {
  const years: number[] = [];
  for (let year = Math.max(2013, yearOf(since)); dayOf(year + 1, 6, 30) <= today; year += 1)
    if (until === null || until > dayOf(year + 1, 6, 30)) years.push(year);
  return years;
};
