import type { Day } from '../days.ts';
import { provinceOf } from './places.ts';
import { isAliveOn, spouseOf, type Person, type Premise, type Register } from './model.ts';

/** Household registers of a block. */
export interface Registers {
  /** A register at a home, with its head and those who come along. */
  open(premise: Premise, head: Person, family: readonly Person[], day: Day): Register;
  /** The register that somebody from elsewhere stands in; the rest of that family is not on file. */
  openElsewhere(head: Person, day: Day): Register;
  /** The collective register of a school or of the district's talent office. */
  joinCollective(person: Person, premise: Premise, day: Day): void;
  join(person: Person, register: Register, day: Day): void;
  leave(person: Person, day: Day): void;
}

export const createRegisters = (block: number): Registers => {
  let count = 0;
  const create = (prefix: string, place: Omit<Register, 'id' | 'head' | 'members'>, head: Person): Register => {
    count += 1;
    const id = `${prefix}${String(block).padStart(6, '0')}${String(count).padStart(4, '0')}`;
    return { id, ...place, head, members: new Set() };
  };

  const enter = (person: Person, register: Register, day: Day): void => {
    const last = person.memberships.at(-1);
    const since = last === undefined ? day : Math.max(day, last.since + 1);
    if (last?.until === null) last.until = since;
    register.members.add(person);
    const relation = register.isCollective ? '本人' : relationOf(person, register.head);
    person.memberships.push({ register, head: register.head, relation, since, until: null });
  };

  /** When the head goes, the spouse follows, else the eldest of age; the others are entered anew under them. */
  const succeed = (register: Register, day: Day): void => {
    const former = register.head;
    const members = [...register.members]
      .filter((each) => isAliveOn(each, day))
      .sort((one, other) => one.born - other.born);
    const partners = former.marriages.flatMap(({ husband, wife }) => [husband, wife]);
    const [eldest] = members;
    const next = members.find((each) => partners.includes(each)) ?? eldest;
    if (next === undefined) return;
    register.head = next;
    for (const each of members) enter(each, register, day);
  };

  const leave = (person: Person, day: Day): void => {
    const last = person.memberships.at(-1);
    if (last?.until !== null) return;
    last.until = Math.max(day, last.since);
    last.register.members.delete(person);
    if (last.register.head === person) succeed(last.register, last.until);
  };

  return {
    open: (premise, head, family, day) => {
      const { code } = premise.district;
      const place = { isCollective: false, province: '310000', district: code, address: premise.address };
      const register = create(code, place, head);
      const all = [head, ...family.filter((each) => each !== head)];
      // Who is head of the register that they leave goes last: nobody is made head for a day.
      const isHead = (person: Person): number => (registerOf(person)?.head === person ? 1 : 0);
      for (const each of all.toSorted((one, other) => isHead(one) - isHead(other))) leave(each, day);
      for (const each of all) enter(each, register, day);
      return register;
    },
    openElsewhere: (head, day) => {
      const { code, district, place } = provinceOf(head.province);
      const address = `${place}（示例）${String((head.serial % 89) + 1)}组${String((head.serial % 37) + 1)}号`;
      const register = create(district, { isCollective: false, province: code, district, address }, head);
      enter(head, register, day);
      return register;
    },
    joinCollective: (person, premise, day) => {
      const { code } = premise.district;
      const place = { isCollective: true, province: '310000', district: code, address: premise.address };
      leave(person, day);
      enter(person, create(`${code}J`, place, person), day);
    },
    join: (person, register, day) => {
      if (register.members.has(person)) return;
      leave(person, day);
      enter(person, register, day);
    },
    leave,
  };
};

export const registerOf = (person: Person): Register | null => {
  const last = person.memberships.at(-1);
  return last?.until === null ? last.register : null;
};

/** GB/T 4761, as the register writes it. */
const relationOf = (person: Person, head: Person): string => {
  if (person === head) return '户主';
  if (spouseOf(head) === person) return '配偶';
  if (person.mother === head || person.father === head) return person.isMale ? '子' : '女';
  if (head.father === person) return '父亲';
  if (head.mother === person) return '母亲';
  const parent = [person.father, person.mother].find((each) => each?.father === head || each?.mother === head);
  if (parent) return `${parent.isMale ? '' : '外'}孙${person.isMale ? '子' : '女'}`;
  return '其他';
};
