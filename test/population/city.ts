import type { Day } from './days.ts';
import { enterpriseAt, type Enterprise } from './enterprises/enterprise.ts';
import type { Random } from './random.ts';
import { BLOCK_SIZE } from './world/block.ts';

export interface CityPlan {
  citizens: number;
  enterprises: number;
  seed: number;
  today: Day;
  /** How many months what is recorded by the month reaches back. */
  months: number;
}

/** What blocks know of the rest of the city. */
export interface City {
  readonly plan: CityPlan;
  /** Enterprises that people of a block have founded. */
  enterprisesOf(block: number): readonly Enterprise[];
  /** An enterprise of this block or of the 31 before it, so that a larger city begins with the smaller one. */
  findEnterprise(random: Random, block: number): Enterprise | null;
  /** An earlier and older company that may own this one. */
  findOwner(random: Random, enterprise: Enterprise): Enterprise | null;
}

/** So many blocks back people find employers, and enterprises owners. */
const WINDOW = 32;

export const createCity = (plan: CityPlan): City => {
  const { seed, today } = plan;
  const perBlock = (plan.enterprises / plan.citizens) * BLOCK_SIZE;
  const known = new Map<number, readonly Enterprise[]>();
  const enterprisesOf = (block: number): readonly Enterprise[] => {
    const found = known.get(block);
    if (found !== undefined) return found;
    const first = Math.floor(block * perBlock);
    const last = Math.min(plan.enterprises, Math.floor((block + 1) * perBlock));
    const isLast = (block + 1) * BLOCK_SIZE >= plan.citizens;
    const count = Math.max(0, (isLast ? plan.enterprises : last) - first);
    const made = Array.from({ length: count }, (_, at) => enterpriseAt(seed, first + at, today));
    known.set(block, made);
    known.delete(block - 2 * WINDOW);
    return made;
  };
  const findEnterprise = (random: Random, block: number): Enterprise | null => {
    const from = enterprisesOf(Math.max(0, block - random.below(WINDOW)));
    return from.length === 0 ? null : random.pick(from);
  };
  return {
    plan,
    enterprisesOf,
    findEnterprise,
    findOwner: (random, { serial, since, until, uscc }) => {
      const block = Math.floor(serial / Math.max(perBlock, 1e-9));
      const owner = findEnterprise(random, Math.min(block, Math.ceil(plan.citizens / BLOCK_SIZE) - 1));
      const lives =
        owner !== null && owner.since < since && (owner.until === null || (until !== null && owner.until > until));
      return lives && owner.serial < serial && owner.uscc !== uscc && owner.kind === '有限责任公司' ? owner : null;
    },
  };
};

export const countBlocks = ({ citizens }: CityPlan): number => Math.ceil(citizens / BLOCK_SIZE);
