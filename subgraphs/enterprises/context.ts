import DataLoader from 'dataloader';
import type { OwnershipEdge } from './beneficial-owners.ts';
import type { RequestContext } from '../kit/definition.ts';
import {
  byArguments,
  loadByKey,
  loadByOwner,
  type ByArguments,
  type ByFirst,
  type ByKey,
  type ByOwner,
} from '../kit/loaders.ts';
import type { Page } from '../kit/paging.ts';
import type { Executor } from '../kit/store/store.ts';
import * as repository from './repository.ts';
import type {
  AnnualReportRow,
  EnterpriseRow,
  FormerNameRow,
  HoldingRow,
  LifeEventRow,
  ListingRow,
  MandateRow,
  PenaltyRow,
  ShareRow,
} from './rows.ts';
import type { Role } from './schema.generated.ts';

type EnterprisesDB = repository.EnterprisesDB;

/** One request's loaders. Keys are USCCs if nothing else is said. */
export interface Context extends RequestContext<EnterprisesDB> {
  readonly enterprises: ByKey<EnterpriseRow>;
  readonly formerNames: ByOwner<FormerNameRow>;
  readonly representatives: ByKey<{ uscc: string; citizenId: string }>;
  readonly mandates: ByFirst<MandateRow>;
  readonly shareholders: ByFirst<ShareRow>;
  /** By owner. */
  readonly investments: ByFirst<ShareRow>;
  /** All shares in force above an enterprise, and maybe more. */
  readonly ownership: DataLoader<string, readonly OwnershipEdge[]>;
  readonly annualReports: ByOwner<AnnualReportRow>;
  readonly penalties: ByFirst<PenaltyRow>;
  readonly listings: ByFirst<ListingRow>;
  readonly timelines: ByArguments<[kinds: readonly string[] | null, page: Page], ByOwner<Owned<LifeEventRow>>>;
  readonly branches: ByArguments<[page: Page], ByOwner<Owned<{ uscc: string }>>>;
  /** Of one district alone when it is given. */
  readonly branchCounts: ByArguments<[district: string | null], ByKey<Count>>;
  /** By citizen id. */
  readonly holdings: ByArguments<[roles: readonly Role[] | null, page: Page], ByOwner<Owned<HoldingRow>>>;
  /** By citizen id. */
  readonly holdingCounts: ByArguments<[roles: readonly Role[] | null], ByKey<Count>>;
}

interface Owned<Row> {
  owner: string;
  row: Row;
}

interface Count {
  owner: string;
  count: number;
}

const usccOf = ({ uscc }: { uscc: string }): string => uscc;
const ownerOf = ({ owner }: { owner: string }): string => owner;

export const createContext = (base: RequestContext<EnterprisesDB>): Context => {
  const { today } = base;
  type Find<Row> = (executor: Executor<EnterprisesDB>, keys: readonly string[], today: string) => Promise<Row>;
  const many =
    <Row>(find: Find<Row>) =>
    (keys: readonly string[]) =>
      base.read((executor) => find(executor, keys, today));
  type FindFirst<Row> = (
    executor: Executor<EnterprisesDB>,
    keys: readonly string[],
    first: number,
  ) => Promise<readonly Row[]>;
  const first = <Row>(find: FindFirst<Row>, keyOf: (row: Row) => string) =>
    byArguments((rows: number) =>
      loadByOwner(
        many((executor, keys) => find(executor, keys, rows)),
        keyOf,
      ),
    );
  return {
    ...base,
    enterprises: loadByKey(many(repository.findByUsccs), usccOf),
    formerNames: loadByOwner(many(repository.findFormerNames), usccOf),
    representatives: loadByKey(many(repository.findRepresentatives), usccOf),
    mandates: first(repository.findMandates, usccOf),
    shareholders: first(repository.findShareholders, usccOf),
    investments: first(repository.findInvestments, ({ ownerId }) => ownerId),
    ownership: new DataLoader(async (usccs) => {
      const edges = await many(repository.findOwnershipAbove)(usccs);
      return usccs.map(() => edges);
    }),
    annualReports: loadByOwner(many(repository.findAnnualReports), usccOf),
    penalties: first(repository.findPenalties, usccOf),
    listings: first(repository.findListings, usccOf),
    timelines: byArguments((kinds, page) =>
      loadByOwner(
        many((executor, usccs) => repository.findLifeEvents(executor, usccs, kinds, page)),
        ownerOf,
      ),
    ),
    branches: byArguments((page) =>
      loadByOwner(
        many((executor, usccs) => repository.findBranches(executor, usccs, today, page)),
        ownerOf,
      ),
    ),
    branchCounts: byArguments((district) =>
      loadByKey(
        many((executor, usccs) => repository.countBranches(executor, usccs, today, district)),
        ownerOf,
      ),
    ),
    holdings: byArguments((roles, page) =>
      loadByOwner(
        many((executor, citizens) => repository.findHoldings(executor, citizens, roles, page)),
        ownerOf,
      ),
    ),
    holdingCounts: byArguments((roles) =>
      loadByKey(
        many((executor, citizens) => repository.countHoldings(executor, citizens, roles)),
        ownerOf,
      ),
    ),
  };
};
