import { isCitizenId } from './subjects.ts';

/** A share in force; `share` in percent of the enterprise's capital. */
export interface OwnershipEdge {
  owner: string;
  uscc: string;
  share: number;
}

export interface BeneficialOwnerShare {
  citizen: string;
  /** Percent of the capital over all chains. */
  share: number;
  /** Chains without a loop from the person to the enterprise. */
  paths: number;
}

/** 25 % and more, through whatever chain: 受益所有人信息管理办法 (中国人民银行、国家市场监督管理总局令〔2024〕第3号), 第六条第一项. */
const THRESHOLD = 25;
/** Shares come with few decimals; three times a third is to be found. */
const ROUNDING = 1e-6;
/** What still circles in cross-holdings is too little to matter, or belongs to nobody. */
const NEGLIGIBLE = 1e-9;
const MAX_ROUNDS = 1_000;
const MAX_PATHS = 10_000;

type Owners = ReadonlyMap<string, readonly OwnershipEdge[]>;

/**
 * Who ultimately owns an enterprise: the capital is passed up from owner to owner until natural persons hold it, so that
 * cross-holdings count as often as they go round. Stated shares that exceed 100 % together count in proportion.
 */
export const findBeneficialOwners = (uscc: string, edges: readonly OwnershipEdge[]): BeneficialOwnerShare[] => {
  const owners = normalise(edges);
  return [...passUp(uscc, owners)]
    .filter(([, share]) => share >= THRESHOLD - ROUNDING)
    .map(([citizen, share]) => ({ citizen, share: round(share), paths: countPaths(uscc, citizen, owners) }))
    .sort((one, other) => other.share - one.share || (one.citizen < other.citizen ? -1 : 1));
};

const round = (share: number): number => Math.round(share * 1e6) / 1e6;

const normalise = (edges: readonly OwnershipEdge[]): Owners => {
  const owners = new Map<string, OwnershipEdge[]>();
  for (const edge of edges) {
    const known = owners.get(edge.uscc);
    if (edge.share <= 0) continue;
    if (known === undefined) owners.set(edge.uscc, [edge]);
    else known.push(edge);
  }
  for (const [uscc, held] of owners) {
    const stated = held.reduce((sum, { share }) => sum + share, 0);
    if (stated > 100)
      owners.set(
        uscc,
        held.map((edge) => ({ ...edge, share: (edge.share / stated) * 100 })),
      );
  }
  return owners;
};

/** Percent of the capital of `uscc` that reaches each natural person. */
const passUp = (uscc: string, owners: Owners): ReadonlyMap<string, number> => {
  const reached = new Map<string, number>();
  let carried = new Map([[uscc, 100]]);
  for (let round = 0; round < MAX_ROUNDS && carried.size > 0; round += 1) {
    const next = new Map<string, number>();
    for (const [holder, amount] of carried) {
      for (const { owner, share } of owners.get(holder) ?? []) {
        const passed = (amount * share) / 100;
        if (passed < NEGLIGIBLE) continue;
        const sums = isCitizenId(owner) ? reached : next;
        sums.set(owner, (sums.get(owner) ?? 0) + passed);
      }
    }
    carried = next;
  }
  return reached;
};

const countPaths = (uscc: string, citizen: string, owners: Owners): number => {
  let paths = 0;
  let steps = 0;
  const walk = (at: string, behind: ReadonlySet<string>): void => {
    for (const { owner } of owners.get(at) ?? []) {
      steps += 1;
      if (steps > MAX_PATHS) return;
      if (owner === citizen) paths += 1;
      else if (!behind.has(owner) && owners.has(owner)) walk(owner, new Set([...behind, owner]));
    }
  };
  walk(uscc, new Set([uscc]));
  return paths;
};
