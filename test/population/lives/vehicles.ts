import { addYears, ageOn, dayOf, textOf, yearOf, type Day } from '../days.ts';
import { afterArrival, districtOf, type Holder } from './holder.ts';
import { issue, renewals, type Licence } from './licence.ts';

const OFFICE = '上海市公安局交通警察总队车辆管理所';
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A plate with the letter O after 沪, which is kept for the police and given to nobody else. */
export const plateOf = (serial: number): string =>
  `沪O${LETTERS.charAt(serial % 24)}${LETTERS.charAt(Math.floor(serial / 24) % 24)}${String(Math.floor(serial / 576) % 10_000).padStart(4, '0')}`;

/** 道路交通安全法实施条例 articles 26, 27: six years, then ten, then for ever. A car follows for nearly half. */
export const driving = (holder: Holder): Licence[] => {
  const { person, random, end, record } = holder;
  if (!random.chance(person.isMale ? 0.68 : 0.42)) return [];
  const grown = addYears(person.born, 18) + random.between(30, 6_000);
  const first = afterArrival(holder, Math.max(grown, dayOf(1996, 1, 1) + (person.serial % 2_000)));
  if (ageOn(person.born, first) > 60) return [];
  const vehicleClass = random.chance(0.04) ? 'B2' : random.chance(0.35) ? 'C2' : 'C1';
  const TERMS = [6, 10, null];
  const licences = renewals(random, { first, end, renewing: 0.97, early: 85, late: 10 }, (day, index) =>
    issue({
      kind: '机动车驾驶证',
      record: record('JS', index),
      number: person.number,
      holder: person.number,
      office: OFFICE,
      issued: day,
      years: TERMS[index] ?? null,
      more: { 准驾车型: vehicleClass, 初次领证日期: textOf(first) },
    }),
  );
  return licences.length > 0 && random.chance(0.25 + person.talent * 0.45)
    ? [...licences, ...cars(holder, first)]
    : licences;
};

/** Kept about eight years; inspected every second year until the tenth (since 2022), then every year. */
const cars = ({ person, random, end, record }: Holder, licensed: Day): Licence[] => {
  const made: Licence[] = [];
  for (
    let day = Math.max(licensed, dayOf(2002, 1, 1)) + random.between(60, 3_500);
    day <= end;
    day += random.between(1_800, 4_200)
  ) {
    const age = ageOn(day, end);
    const inspected = addYears(day, age < 10 ? (Math.floor(age / 2) + 1) * 2 : age + 1);
    const before = made.at(-1);
    before?.changes.push({ day, status: '注销', ground: '车辆转移' });
    made.push(
      issue({
        kind: '机动车行驶证',
        record: record('XS', made.length),
        number: plateOf(person.serial),
        holder: person.number,
        office: OFFICE,
        issued: day,
        years: null,
        more: {
          车辆类型: yearOf(day) > 2019 && random.chance(0.4) ? '小型新能源轿车' : '小型轿车',
          使用性质: '非营运',
          检验有效期至: textOf(inspected),
        },
      }),
    );
  }
  return made;
};

const BREEDS = ['泰迪犬', '柯基犬', '中华田园犬', '金毛寻回犬', '比熊犬', '柴犬'];

/** 上海市养犬管理条例 article 12: a licence for a year. */
export const dogs = (holder: Holder): Licence[] => {
  const { person, random, end, record } = holder;
  const first = Math.max(addYears(person.born, 20) + random.between(0, 12_000), dayOf(2012, 1, 1), person.here);
  if (!random.chance(0.06)) return [];
  const breed = random.pick(BREEDS);
  return renewals(
    random,
    { first, end: Math.min(end, first + 4_000), renewing: 0.9, early: 30, late: 15 },
    (day, index) =>
      issue({
        kind: '养犬登记证',
        record: record('YQ', index),
        number: `YQ${String(person.serial).padStart(9, '0')}`,
        holder: person.number,
        office: `上海市公安局${districtOf(holder, day)}分局`,
        issued: day,
        years: 1,
        more: { 犬种: breed },
      }),
  );
};
