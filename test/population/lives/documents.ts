import { addYears, ageOn, dayOf, yearOf } from '../days.ts';
import { hashOf, type Random } from '../random.ts';
import { REGISTERED_SCHOOLS_SINCE } from './registered.ts';
import type { Block } from '../world/block.ts';
import { districts, provinceOf } from '../world/places.ts';
import { isRegisteredHere, type Person } from '../world/model.ts';
import { cancelAtDeath, issue, renewals, type Licence } from './licence.ts';
import { districtOf, policeOf, type Holder } from './holder.ts';
import { dogs, driving } from './vehicles.ts';
import { travel } from './travel.ts';

const EDUCATION: Readonly<Record<string, string>> = {
  COLLEGE: '大学专科',
  BACHELOR: '大学本科',
  MASTER: '硕士研究生',
  DOCTORATE: '博士研究生',
};
const MAJORS = [
  '计算机科学与技术',
  '会计学',
  '机械工程',
  '临床医学',
  '汉语言文学',
  '英语',
  '法学',
  '工商管理',
  '土木工程',
  '护理学',
];
const BANKS = ['上海示例银行', '示例工商银行', '示例建设银行'];

export const issueDocuments = (block: Block, random: Random, person: Person): Licence[] => {
  const end = Math.min(block.today, (person.died ?? block.today + 1) - 1);
  const record = (prefix: string, index: number): string =>
    `${prefix}${String(person.serial).padStart(9, '0')}${index}`;
  const holder: Holder = { person, block, random, end, record };
  const licences = [
    ...identityCards(holder),
    ...birthCertificate(holder),
    ...socialSecurityCard(holder),
    ...residencePermits(holder),
    ...education(holder),
    ...civilStatus(holder),
    ...disabilityAndAge(holder),
    ...householdRegister(holder),
    ...travel(holder),
    ...driving(holder),
    ...dogs(holder),
  ];
  cancelAtDeath(licences, person.died);
  return licences;
};

/** 居民身份证法 article 5: five years under 16, ten under 26, twenty under 46, then for ever. */
const cardYears = (age: number): number | null => (age < 16 ? 5 : age < 26 ? 10 : age < 46 ? 20 : null);

const identityCards = (holder: Holder): Licence[] => {
  const { person, random, end, record } = holder;
  const grown = addYears(person.born, 16);
  // The cards of the second generation have been issued since 2005.
  const asChild =
    random.chance(0.45) && yearOf(person.born) > 2004
      ? person.born + random.between(200, 4_500)
      : grown + random.between(0, 60);
  const first = Math.max(asChild, dayOf(2005, 1, 1) + (person.serial % 800));
  return renewals(random, { first, end, renewing: 0.97, early: 80, late: 20 }, (day, index) =>
    issue({
      kind: '居民身份证',
      record: record('ID', index),
      number: person.number,
      holder: person.number,
      office: policeOf(holder, day),
      issued: day,
      years: cardYears(ageOn(person.born, day)),
    }),
  );
};

/** 母婴保健法 article 23; the certificate exists since 1996. */
const birthCertificate = ({ person, record, block }: Holder): Licence[] => {
  if (person.born < dayOf(1996, 1, 1) || person.mother === null || person.adopted !== null) return [];
  const isHere = person.here === person.born;
  const { name } = person.stays[0]?.premise.district ?? block.district;
  const place = isHere ? `上海市${name}示例妇幼保健院` : `${provinceOf(person.province).place}示例医院`;
  const issued = Math.min(person.born + 3 + (person.serial % 9), Math.max(block.today, person.born));
  if (person.died !== null && person.died <= issued) return [];
  const number = `${'TUVW'.charAt(person.serial % 4)}${String(person.serial + 100_000_000).slice(0, 9)}`;
  return [
    issue({
      kind: '出生医学证明',
      record: record('CS', 0),
      number,
      holder: person.number,
      office: place,
      issued,
      years: null,
      more: { 出生地点: place },
    }),
  ];
};

const socialSecurityCard = (holder: Holder): Licence[] => {
  const { person, random, end, record } = holder;
  const issued = Math.max(person.here + random.between(60, 500), dayOf(2014, 3, 1) + random.between(0, 900));
  if (issued > end) return [];
  return [
    issue({
      kind: '社会保障卡',
      record: record('SB', 0),
      number: person.number,
      holder: person.number,
      office: '上海市社会保险事业管理中心',
      issued,
      years: null,
      more: { 合作银行: random.pick(BANKS) },
    }),
  ];
};

/** 居住证暂行条例 article 10: confirmed once a year; whoever let it lapse asks anew. In the city since 2013. */
const residencePermits = (holder: Holder): Licence[] => {
  const { person, random, record } = holder;
  if (isRegisteredHere(person, person.here) || ageOn(person.born, holder.end) < 16) return [];
  const first = Math.max(person.here + 183 + random.between(0, 90), dayOf(2013, 7, 1), addYears(person.born, 16));
  const settled = person.settled ?? holder.end + 1;
  const end = Math.min(holder.end, settled - 1);
  const permits = renewals(random, { first, end, renewing: 0.93, early: 28, late: 8 }, (day, index) =>
    issue({
      kind: '居住证',
      record: record('JZ', index),
      number: `JZ${String(person.serial).padStart(9, '0')}`,
      holder: person.number,
      office: `上海市公安局${districtOf(holder, day)}分局`,
      issued: day,
      years: 1,
      more: { 居住区: districtOf(holder, day) },
    }),
  );
  const last = permits.at(-1);
  if (last && person.settled !== null && (last.until ?? 0) >= person.settled)
    last.changes.push({ day: person.settled, status: '注销', ground: '转为本市常住户口' });
  return permits;
};

const education = ({ person, record, end, random }: Holder): Licence[] =>
  person.studies.flatMap(({ stage, graduated, until, school }, index) => {
    const degree = EDUCATION[stage];
    if (degree === undefined || !graduated || until > end || yearOf(until) < REGISTERED_SCHOOLS_SINCE) return [];
    const number = `10${String(hashOf(person.serial, index) % 1_000).padStart(3, '0')}1${yearOf(until)}0${String(person.serial % 1_000_000_0).padStart(7, '0')}`;
    const more = { 毕业院校: school, 学历层次: degree, 专业: random.pick(MAJORS) };
    return [
      issue({
        kind: '学历证书',
        record: record('XL', index),
        number,
        holder: person.number,
        office: school,
        issued: until,
        years: null,
        more,
      }),
    ];
  });

const civilStatus = ({ person, record, end }: Holder): Licence[] =>
  person.marriages.flatMap(({ certificate, since, until, endedBy, district }, index) => {
    const office = `${districts.find(({ code }) => code === district)?.name ?? provinceOf(person.province).place}婚姻登记处`;
    const own = { holder: person.number, office, years: null };
    const made = [issue({ ...own, kind: '结婚证', record: record('JH', index), number: certificate, issued: since })];
    if (until === null || endedBy !== 'DIVORCE' || until > end) return made;
    made[0]?.changes.push({ day: until, status: '注销', ground: '离婚登记' });
    const number = certificate.replace('J', 'L').replace(/-\d{4}-/, `-${yearOf(until)}-`);
    return [...made, issue({ ...own, kind: '离婚证', record: record('LH', index), number, issued: until })];
  });

const disabilityAndAge = (holder: Holder): Licence[] => {
  const { person, record, end, random } = holder;
  const made: Licence[] = [];
  const { disability } = person;
  if (disability) {
    const category = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'].indexOf(disability.category) + 1;
    const degree = ['一级', '二级', '三级', '四级'].indexOf(disability.degree) + 1;
    made.push(
      issue({
        kind: '残疾人证',
        record: record('CJ', 0),
        number: `${person.number}${category}${degree}`,
        holder: person.number,
        office: `上海市${districtOf(holder, disability.since)}区残疾人联合会`.replace('新区区', '新区'),
        issued: disability.since,
        years: 10,
        more: { 残疾类别: disability.category, 残疾等级: disability.degree },
      }),
    );
  }
  // 老年人权益保障法 article 2: from sixty; most ask for the card from sixty-five, when the city pays an allowance.
  const asked = random.chance(0.2)
    ? addYears(person.born, 60) + random.between(10, 900)
    : addYears(person.born, 65) + random.between(0, 120);
  const issued = Math.max(asked, dayOf(2016, 5, 1), person.here);
  if (random.chance(0.88) && issued <= end && isRegisteredHere(person, issued))
    made.push(
      issue({
        kind: '老年人优待证',
        record: record('LN', 0),
        number: `LN${String(person.serial).padStart(9, '0')}`,
        holder: person.number,
        office: '上海市民政局',
        issued,
        years: null,
      }),
    );
  return made;
};

const householdRegister = (holder: Holder): Licence[] =>
  holder.person.memberships.flatMap(({ register, head, since, until, relation }, index) => {
    const { person, record, end } = holder;
    if (
      head !== person ||
      since > end ||
      register.province !== '310000' ||
      (relation !== '户主' && !register.isCollective)
    )
      return [];
    const more = { 户别: register.isCollective ? '集体户' : '家庭户' };
    const made = issue({
      kind: '居民户口簿',
      record: record('HK', index),
      number: register.id,
      holder: person.number,
      office: policeOf(holder, since),
      issued: since,
      years: null,
      more,
    });
    if (until !== null && until !== person.died) made.changes.push({ day: until, status: '注销', ground: '户口迁移' });
    return [made];
  });
