import type { Day } from '../days.ts';
import type { Random } from '../random.ts';
import { pickDistrict, pickPoint, roads } from './places.ts';
import type { Basis, District, Person, Premise } from './model.ts';

/** Homes of a block, and who moves where. */
export interface Homes {
  /** A new home: in the district of the block, or in four of ten cases anywhere. */
  find(use?: string): Premise;
  /** A home in a given district. */
  findIn(district: District, use?: string): Premise;
  /** Lets somebody live there from a day on, or from the day after the last move when that is later. */
  move(person: Person, premise: Premise, basis: Basis, day: Day): void;
  /** Makes people the owners from a day on; those who were give way. */
  convey(premise: Premise, owners: readonly Person[], day: Day, price: number): void;
}

export const createHomes = (random: Random, own: District, block: number, premises: Premise[]): Homes => {
  const findIn = (district: District, use = '住宅'): Premise => {
    const road = random.pick(roads);
    const isFlat = use === '住宅';
    const number = isFlat
      ? `${random.between(1, 999)}弄${random.between(1, 60)}号${random.between(1, 18)}0${random.between(1, 4)}室`
      : `${random.between(1, 1999)}号`;
    const premise: Premise = {
      id: `FW${district.code}${String(block).padStart(6, '0')}${String(premises.length).padStart(4, '0')}`,
      district,
      address: `上海市${district.name}${road}（示例）${number}`,
      use,
      area: Math.round((isFlat ? 38 + random.next() ** 2 * 130 : 60 + random.next() ** 3 * 1500) * 10) / 10,
      ...pickPoint(random, district),
      owners: [],
    };
    premises.push(premise);
    return premise;
  };
  return {
    find: (use) => findIn(random.chance(0.4) ? pickDistrict(random) : own, use),
    findIn,
    move: (person, premise, basis, day) => {
      const last = person.stays.at(-1);
      if (last?.until === null && last.premise === premise) return;
      const since = last === undefined ? day : Math.max(day, last.since + 1);
      if (last !== undefined) last.until = since;
      person.stays.push({ premise, basis, since, until: null });
    },
    convey: (premise, owners, day, price) => {
      const held = premise.owners.filter(({ until }) => until === null);
      const since = Math.max(day, ...held.map((each) => each.since + 1));
      for (const each of held) if (!owners.includes(each.owner)) each.until = since;
      const staying = held.filter(({ until }) => until === null).map(({ owner }) => owner);
      for (const owner of owners)
        if (!staying.includes(owner)) premise.owners.push({ owner, since, price, until: null });
    },
  };
};

export const homeOf = (person: Person): Premise | null => {
  const last = person.stays.at(-1);
  return last?.until === null ? last.premise : null;
};

/** Homes that somebody owns, oldest first. */
export const ownedBy = (premises: readonly Premise[], person: Person): readonly Premise[] =>
  premises.filter(({ owners }) => owners.some(({ owner, until }) => owner === person && until === null));
