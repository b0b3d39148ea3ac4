import { ageOn, textOf, textOrNone, yearOf, type Day } from '../days.ts';
import { educationOn } from '../lives/schooling.ts';
import { REGISTERED_SCHOOLS_SINCE } from '../lives/registered.ts';
import { toPhone } from '../numbers/phone.ts';
import { defineDrop, yesOrNo } from '../writing/drop.ts';
import {
  fullNameOf,
  isAliveOn,
  spouseOf,
  type Basis,
  type Guardianship,
  type Job,
  type Marriage,
  type Membership,
  type Ownership,
  type Person,
  type Premise,
  type Stage,
  type Stay,
  type Study,
} from '../world/model.ts';

/** A record of one person's, as of today. */
export interface Of<T> {
  person: Person;
  it: T;
  today: Day;
}

const numberOf = ({ person }: { person: Person }): string => person.number;

export const STAGES: Readonly<Record<Stage, string>> = {
  PRIMARY: '小学',
  JUNIOR_SECONDARY: '初中',
  SENIOR_SECONDARY: '高中',
  VOCATIONAL: '中专',
  COLLEGE: '大专',
  BACHELOR: '大学本科',
  MASTER: '硕士研究生',
  DOCTORATE: '博士研究生',
};

const maritalStatusOf = (person: Person, today: Day): string => {
  const { marriages } = person;
  const last = marriages.at(-1);
  if (last === undefined) return ageOn(person.born, today) < 15 ? '' : '未婚';
  if (spouseOf(person) === null && last.until !== person.died) return last.endedBy === 'DEATH' ? '丧偶' : '离婚';
  if (marriages.length === 1) return '初婚';
  const again = marriages.filter(({ husband, wife }) => husband === last.husband && wife === last.wife);
  return again.length > 1 ? '复婚' : '再婚';
};

const politicsOf = ({ talent, serial }: Person, age: number): string => {
  if (age < 14) return '';
  if (age < 28) return talent > 0.45 ? '共青团员' : '群众';
  if (talent > 0.72 && serial % 3 === 0) return '中共党员';
  return talent > 0.9 && serial % 11 === 1 ? '民盟盟员' : '群众';
};

const educationText = (person: Person, today: Day): string => {
  const stage = educationOn(person, person.died ?? today);
  if (stage !== null) return STAGES[stage];
  return ageOn(person.born, today) > 20 ? '文盲或半文盲' : '';
};

export const citizens = defineDrop<{ person: Person; today: Day }>('personal.citizens', {
  公民身份号码: ({ person }) => person.formerNumber?.number ?? person.number,
  姓名: ({ person }) => fullNameOf(person),
  性别: ({ person }) => (person.isMale ? '男' : '女'),
  出生日期: ({ person }) => textOf(person.born),
  民族: ({ person }) => person.ethnicity,
  国籍: () => '中国',
  政治面貌: ({ person, today }) => politicsOf(person, ageOn(person.born, person.died ?? today)),
  文化程度: ({ person, today }) => educationText(person, today),
  婚姻状况: ({ person, today }) => maritalStatusOf(person, today),
});

export const corrections = defineDrop<Of<{ number: string; until: Day }>>('personal.number-corrections', {
  原公民身份号码: ({ it }) => it.number,
  现公民身份号码: numberOf,
  更正日期: ({ it }) => textOf(it.until),
});

export const formerNames = defineDrop<Of<{ name: string; until: Day }>>('personal.former-names', {
  公民身份号码: numberOf,
  曾用名: ({ it }) => it.name,
  变更日期: ({ it }) => textOf(it.until),
});

export const contacts = defineDrop<{ person: Person }>('personal.contacts', {
  公民身份号码: numberOf,
  手机号码: ({ person }) => toPhone(person.serial),
  电子邮箱: ({ person }) => (person.serial % 3 === 0 ? '' : `citizen${person.serial}@example.com`),
});

export const deaths = defineDrop<{ person: Person }>('personal.deaths', {
  公民身份号码: numberOf,
  死亡日期: ({ person }) => textOrNone(person.died),
});

export const disabilities = defineDrop<Of<NonNullable<Person['disability']>>>('personal.disabilities', {
  公民身份号码: numberOf,
  残疾类别: ({ it }) => it.category,
  残疾等级: ({ it }) => it.degree,
  发证日期: ({ it }) => textOf(it.since),
  失效日期: ({ it }) => textOrNone(it.until),
});

export const employment = defineDrop<Of<Job>>('personal.employment', {
  公民身份号码: numberOf,
  用人单位: ({ it }) => it.employer.name,
  职业: ({ it }) => it.occupation,
  就业日期: ({ it }) => textOf(it.since),
  离职日期: ({ it }) => textOrNone(it.until),
});

const FIRST_GRADE: Readonly<Partial<Record<Stage, number>>> = { PRIMARY: 1, JUNIOR_SECONDARY: 6, SENIOR_SECONDARY: 10 };
const gradeOf = (study: Study, today: Day): number =>
  (FIRST_GRADE[study.stage] ?? 1) + Math.max(0, ageOn(study.since, today));

export const enrolments = defineDrop<Of<Study>>('personal.enrolments', {
  公民身份号码: numberOf,
  学校: ({ it }) => it.school,
  学段: ({ it }) => STAGES[it.stage],
  年级: ({ it, today, person }) => (it.until > today && person.died === null ? gradeOf(it, today) : ''),
  入学日期: ({ it }) => textOf(it.since),
  离校日期: ({ it, person, today }) => textOrNone(leftOn(person, it, today)),
  是否毕业: ({ it, person, today }) =>
    leftOn(person, it, today) === null ? '' : yesOrNo(it.graduated && it.until <= (person.died ?? today)),
});

const leftOn = ({ died }: Person, { until }: Study, today: Day): Day | null => {
  const left = died === null ? until : Math.min(until, died);
  return left <= today ? left : null;
};

export const families = defineDrop<{ child: Person; parent: Person }>('personal.families', {
  子女公民身份号码: ({ child }) => child.number,
  父母公民身份号码: ({ parent }) => parent.number,
  关系: ({ child }) => (child.adopted === null ? '亲生' : '收养'),
  收养日期: ({ child }) => textOrNone(child.adopted),
  解除日期: () => '',
});

export const guardianships = defineDrop<Guardianship>('personal.guardianships', {
  登记字号: ({ record }) => record,
  被监护人公民身份号码: ({ ward }) => ward.number,
  监护人公民身份号码: ({ guardian }) => guardian?.number ?? '',
  监护机构: ({ institution }) => institution ?? '',
  监护类型: ({ guardian }) => (guardian === null ? '机构' : '指定'),
  开始日期: ({ since }) => textOf(since),
  终止日期: ({ until }) => textOrNone(until),
});

export const households = defineDrop<Of<Membership>>('personal.households', {
  户号: ({ it }) => it.register.id,
  公民身份号码: numberOf,
  户主公民身份号码: ({ it }) => it.head.number,
  与户主关系: ({ it }) => it.relation,
  户别: ({ it }) => (it.register.isCollective ? '集体户' : '家庭户'),
  户籍省份: ({ it }) => it.register.province,
  户籍区县: ({ it }) => it.register.district,
  户籍地址: ({ it }) => it.register.address,
  迁入日期: ({ it }) => textOf(it.since),
  迁出日期: ({ it }) => textOrNone(it.until),
});

export const marriages = defineDrop<Marriage>('personal.marriages', {
  登记字号: ({ certificate }) => certificate,
  男方公民身份号码: ({ husband }) => husband.number,
  女方公民身份号码: ({ wife }) => wife.number,
  登记日期: ({ since }) => textOf(since),
  终止日期: ({ until }) => textOrNone(until),
  终止原因: ({ endedBy }) => (endedBy === null ? '' : endedBy === 'DEATH' ? '死亡' : '离婚'),
  登记机关: () => '民政局',
});

export const service = defineDrop<Of<NonNullable<Person['service']>>>('personal.military-service', {
  公民身份号码: numberOf,
  军种: ({ it }) => it.branch,
  入伍日期: ({ it }) => textOf(it.since),
  退役日期: ({ it }) => textOf(it.until),
});

export const premiseOwners = defineDrop<{ premise: Premise; ownership: Ownership }>('personal.premise-owners', {
  房屋编码: ({ premise }) => premise.id,
  权利人公民身份号码: ({ ownership }) => ownership.owner.number,
  登记日期: ({ ownership }) => textOf(ownership.since),
  注销日期: ({ ownership }) => textOrNone(ownership.until),
});

export const premises = defineDrop<Premise>('personal.premises', {
  房屋编码: ({ id }) => id,
  地址: ({ address }) => address,
  所在区: ({ district }) => district.code,
  房屋用途: ({ use }) => use,
  建筑面积: ({ area }) => area,
  经度: ({ longitude }) => longitude,
  纬度: ({ latitude }) => latitude,
});

const BASES: Readonly<Record<Basis, string>> = {
  HOUSEHOLD: '户籍',
  RESIDENCE_PERMIT: '居住证',
  TENANCY: '租赁',
  OWNED: '自有',
};

export const residences = defineDrop<Of<Stay>>('personal.residences', {
  公民身份号码: numberOf,
  房屋编码: ({ it }) => it.premise.id,
  居住地址: ({ it }) => it.premise.address,
  居住区: ({ it }) => it.premise.district.code,
  居住事由: ({ it }) => BASES[it.basis],
  入住日期: ({ it }) => textOf(it.since),
  离开日期: ({ it }) => textOrNone(it.until),
});

/** The registers of enrolments and jobs reach back so far. */
const REGISTERED_SINCE = REGISTERED_SCHOOLS_SINCE;
export const isOnRegister = ({ since }: { since: Day }): boolean => yearOf(since) >= REGISTERED_SINCE;
export const hasAccount = (person: Person, today: Day): boolean =>
  isAliveOn(person, today) &&
  ageOn(person.born, today) > 15 &&
  (ageOn(person.born, today) < 70 || person.serial % 3 > 0);
