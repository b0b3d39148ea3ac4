import type { Access, Relate, RelatedRecord } from '../kit/access/access.ts';
import type { RequestContext } from '../kit/definition.ts';
import type { Relation } from '../kit/directory/directory.ts';
import { byArguments, loadByKey, loadByOwner, type ByKey, type ByOwner } from '../kit/loaders.ts';
import type { Page } from '../kit/paging.ts';
import type { Executor } from '../kit/store/store.ts';
import * as repository from './repository.ts';
import type { EndorsementRow, LicenceHolder, LicenceRow, StatusChangeRow } from './rows.ts';
import { isCitizenId } from './subjects.ts';

type LicencesDB = repository.LicencesDB;

/** One request's loaders. Keys are licence ids if nothing else is said. */
export interface Context extends RequestContext<LicencesDB> {
  readonly licences: ByKey<LicenceRow>;
  readonly statusChanges: ByOwner<StatusChangeRow>;
  readonly endorsements: ByOwner<EndorsementRow>;
  /** By holder; a page's rows are in the other loaders from then on. */
  readonly pages: (filter: repository.LicenceFilter, page: Page) => ByOwner<LicenceRow>;
  /** By holder. */
  readonly counts: (filter: repository.LicenceFilter) => ByKey<{ holderId: string; count: number }>;
}

const holderIdOf = ({ holderId }: LicenceHolder): string => holderId;
const idOf = ({ id }: { id: string }): string => id;
const licenceOf = ({ licence }: { licence: string }): string => licence;

/** Of each request, who holds which licence: the gates ask before the fields do, and neither asks twice. */
const holdersByRequest = new WeakMap<RequestContext<LicencesDB>, ByKey<LicenceHolder>>();
const holdersOf = (base: RequestContext<LicencesDB>): ByKey<LicenceHolder> => {
  const known = holdersByRequest.get(base);
  if (known !== undefined) return known;
  const holders = loadByKey((ids) => base.read((executor) => repository.findHolders(executor, ids)), idOf);
  holdersByRequest.set(base, holders);
  return holders;
};

export const createContext = (base: RequestContext<LicencesDB>): Context => {
  const { today } = base;
  const many =
    <Row>(find: (executor: Executor<LicencesDB>, keys: readonly string[], today: string) => Promise<Row>) =>
    (keys: readonly string[]) =>
      base.read((executor) => find(executor, keys, today));
  const holders = holdersOf(base);
  const licences = loadByKey(many(repository.findLicencesByIds), idOf);
  const findPages = async (owners: readonly string[], filter: repository.LicenceFilter, page: Page) => {
    const rows = await base.read((executor) => repository.findLicencePages(executor, owners, filter, page, today));
    for (const row of rows) {
      licences.prime(row.id, row);
      holders.prime(row.id, row);
    }
    return rows;
  };
  return {
    ...base,
    licences,
    statusChanges: loadByOwner(many(repository.findStatusChanges), licenceOf),
    endorsements: loadByOwner(many(repository.findEndorsements), licenceOf),
    pages: byArguments((filter, page) => loadByOwner((owners) => findPages(owners, filter, page), holderIdOf)),
    counts: byArguments((filter) =>
      loadByKey(
        many((executor, owners) => repository.countLicences(executor, owners, filter)),
        ({ holderId }) => holderId,
      ),
    ),
  };
};

/** Ids that nobody has, in whose name the directory is asked where there is nobody to ask for. */
const NOBODY = { Citizen: 'c1_nobody', Enterprise: '000000000000000000' } as const;

/**
 * What a viewer is to a licence is what they are to its holder, of whom they must see the licences. The directory is asked
 * alike for a citizen, an enterprise and nobody, so that the statements do not tell whose a licence is, or that there is one.
 */
export const relateLicences =
  (base: RequestContext<LicencesDB>): Relate =>
  async (ids) => {
    const holders = await holdersOf(base).loadMany([...ids]);
    return Promise.all(
      holders.map(async (holder): Promise<Relation | RelatedRecord> => {
        if (holder instanceof Error) throw holder;
        return relateTo(base, holder?.holderId ?? null);
      }),
    );
  };

const relateTo = async (
  { access, catalogue }: RequestContext<LicencesDB>,
  holderId: string | null,
): Promise<Relation | RelatedRecord> => {
  const type = holderId === null || isCitizenId(holderId) ? 'Citizen' : 'Enterprise';
  const relation =
    (holderId === null ? undefined : access.knownRelation(type, holderId)) ?? (await ask(access, holderId));
  const coordinate = `${type}.licences`;
  const index = catalogue.items.get(coordinate)?.index;
  if (holderId === null || relation === 'STALE' || index === undefined) return relation;
  return access.sees(holderId, { coordinate, index }) ? { relation, subject: holderId } : 'UNKNOWN';
};

const ask = async (access: Access, holderId: string | null): Promise<Relation> => {
  const isCitizens = holderId !== null && isCitizenId(holderId);
  const [citizen, enterprise] = await Promise.all([
    access.relate('Citizen', isCitizens ? holderId : NOBODY.Citizen),
    access.relate('Enterprise', holderId !== null && !isCitizens ? holderId : NOBODY.Enterprise),
    access.relate('Citizen', NOBODY.Citizen),
    access.relate('Enterprise', NOBODY.Enterprise),
  ]);
  const found = isCitizens ? citizen : enterprise;
  const isOut = found === 'UNKNOWN' || found === 'OTHER';
  return isOut && (citizen === 'STALE' || enterprise === 'STALE') ? 'STALE' : found;
};
