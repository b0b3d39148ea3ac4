import { addYears, ageOn, type Day } from '../days.ts';
import type { City } from '../city.ts';
import type { Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import { isAliveOn, spouseOf, type Person, type Premise } from '../world/model.ts';
import type { Enterprise } from './enterprise.ts';

export interface Term {
  readonly person: Person;
  readonly since: Day;
  until: Day | null;
}
export interface Share {
  readonly owner: Person | Enterprise;
  readonly percent: number;
  readonly since: Day;
  until: Day | null;
}

/** An enterprise with those who found, lead, own and watch it. */
export interface Venture {
  readonly enterprise: Enterprise;
  /** Legal representatives, one after the other. */
  readonly leaders: Term[];
  readonly shares: Share[];
  readonly supervisor: Term | null;
  readonly handler: (Term & { services: readonly string[] }) | null;
  readonly premise: Premise | null;
}

/** Lets people of a block found the enterprises that fall to it. */
export const foundVentures = (city: City, block: Block): Venture[] => {
  const random = block.random('enterprises');
  const ventures: Venture[] = [];
  for (const enterprise of city.enterprisesOf(block.number)) {
    const able = block.people.filter((each) => isAble(each, enterprise.since, ventures));
    if (able.length > 0) ventures.push(found(city, block, random, enterprise, able));
  }
  return ventures;
};

const isAble = (person: Person, day: Day, ventures: readonly Venture[]): boolean => {
  const age = ageOn(person.born, day);
  const isBusy = ventures.some(({ leaders }) => leaders.some((each) => each.person === person));
  return age > 22 && age < 58 && !isBusy && person.here + 200 < day && isAliveOn(person, day) && person.talent > 0.25;
};

const found = (city: City, block: Block, random: Random, enterprise: Enterprise, able: readonly Person[]): Venture => {
  const { since, until, kind } = enterprise;
  const founder = random.pick(able);
  const others = able.filter((each) => each !== founder);
  const partner = random.chance(0.4) && others.length > 0 ? random.pick(others) : null;
  const isCompany = kind === '有限责任公司';
  const parent = isCompany && random.chance(0.08) ? city.findOwner(random, enterprise) : null;
  const shares: Share[] = [];
  if (isCompany) {
    const held = parent ? 60 : 0;
    const first = partner ? random.between(3, 7) * 10 : 100;
    const rest = 100 - held;
    if (parent) shares.push({ owner: parent, percent: held, since, until: null });
    shares.push({ owner: founder, percent: (rest * first) / 100, since, until: null });
    if (partner) shares.push({ owner: partner, percent: (rest * (100 - first)) / 100, since, until: null });
  }
  const leaders: Term[] = [{ person: founder, since, until: null }];
  succeedTheDead(block, enterprise, leaders, shares);
  const change = since + random.between(900, 4_000);
  if (isCompany && partner && random.chance(0.15))
    changeHands(block, { enterprise, leaders, shares, partner, day: change });
  const isWatched = isCompany && others.length > 0;
  const supervisor = isWatched ? random.pick(others) : null;
  const helper = isCompany && others.length > 0 && random.chance(0.3) ? random.pick(others) : null;
  const given = Math.max(since + 60, (until ?? block.today) - random.between(60, 1_000));
  return {
    enterprise,
    leaders,
    shares,
    supervisor: supervisor && { person: supervisor, since, until: supervisor.died },
    handler:
      helper && isAliveOn(helper, given) && given < (until ?? block.today)
        ? {
            person: helper,
            since: given,
            until: addYears(given, 2),
            services: random.chance(0.5) ? ['annual-report'] : ['annual-report', 'food-permit-new'],
          }
        : null,
    premise: random.chance(0.3) ? block.homes.findIn(enterprise.district, '商业') : null,
  };
};

/** When a representative or owner dies, the spouse, a child of age or a fellow owner takes the place and the share. */
const succeedTheDead = (block: Block, { until }: Enterprise, leaders: Term[], shares: Share[]): void => {
  for (const share of [...shares]) {
    const { owner } = share;
    if (!('born' in owner) || owner.died === null || (until !== null && owner.died > until)) continue;
    share.until = owner.died;
    const heir = heirOf(owner, owner.died);
    if (heir && !shares.some((each) => each.owner === heir))
      shares.push({ owner: heir, percent: share.percent, since: owner.died, until: null });
  }
  const [first] = leaders;
  const died = first?.person.died ?? null;
  if (first === undefined || died === null || (until !== null && died > until)) return;
  first.until = died;
  const day = died + 40;
  const next = heirOf(first.person, day);
  if (next && day <= block.today && (until === null || day < until))
    leaders.push({ person: next, since: day, until: null });
};

const heirOf = (person: Person, day: Day): Person | null => {
  const spouse = person.marriages.findLast(({ until }) => until === person.died);
  const widowed = spouse && (spouse.husband === person ? spouse.wife : spouse.husband);
  const family = [widowed, spouseOf(person), ...person.children];
  return (
    family.find((each) => each && isAliveOn(each, day) && each.died === null && ageOn(each.born, day) > 17) ?? null
  );
};

interface Handover {
  enterprise: Enterprise;
  leaders: Term[];
  shares: Share[];
  partner: Person;
  day: Day;
}

const changeHands = (block: Block, { enterprise, leaders, shares, partner, day }: Handover): void => {
  const [first, ...later] = leaders;
  if (
    first === undefined ||
    later.length > 0 ||
    day > block.today ||
    (enterprise.until !== null && day > enterprise.until)
  )
    return;
  if (!isAliveOn(partner, day) || partner.died !== null || first.until !== null) return;
  first.until = day;
  leaders.push({ person: partner, since: day, until: null });
  const theirs = shares.find((each) => each.owner === first.person && each.until === null);
  const own = shares.find((each) => each.owner === partner && each.until === null);
  if (theirs === undefined || own === undefined || own.since >= day) return;
  theirs.until = day;
  own.until = day;
  shares.push({ owner: partner, percent: theirs.percent + own.percent, since: day, until: null });
};
