import type { RequestContext } from '../kit/definition.ts';
import { byArguments, loadByKey, loadByOwner, type ByArguments, type ByKey, type ByOwner } from '../kit/loaders.ts';
import type { Page } from '../kit/paging.ts';
import type { Executor } from '../kit/store/store.ts';
import type { ServiceSearch } from './catalogue/search/service-search.ts';
import type { ServiceCatalogue } from './catalogue/service-catalogue.ts';
import * as repository from './repository.ts';
import type {
  ApplicationRow,
  AppointmentRow,
  FormValueRow,
  MaterialRow,
  Of,
  RatingRow,
  TouchpointRow,
} from './rows.ts';
import type { Closure } from './slots.ts';

type TransactionsDB = repository.TransactionsDB;
type Listed = Awaited<ReturnType<typeof repository.findApplicationPages>>[number];

/** What the registry needs beside what every registry has. */
export interface TransactionsParts {
  services: ServiceCatalogue;
  search: ServiceSearch;
}

/** One request's loaders. Keys are ids of applications if nothing else is said. */
export interface Context extends RequestContext<TransactionsDB>, TransactionsParts {
  readonly applications: ByKey<ApplicationRow>;
  readonly formValues: ByOwner<Of<FormValueRow>>;
  readonly materials: ByOwner<Of<MaterialRow>>;
  readonly touchpoints: ByOwner<Of<TouchpointRow>>;
  readonly ratings: ByKey<Of<RatingRow>>;
  /** The appointment that stands. */
  readonly standing: ByKey<AppointmentRow>;
  /** By applicant. */
  readonly pages: ByArguments<[filter: repository.ListFilter, page: Page], ByOwner<Listed>>;
  /** By applicant. */
  readonly counts: ByArguments<[filter: repository.ListFilter], ByKey<{ owner: string; count: number }>>;
  /** By applicant. */
  readonly appointments: ByArguments<[upcomingOnly: boolean], ByOwner<AppointmentRow>>;
  /** By office and instant, `office from`: how many stand. */
  readonly taken: ByKey<{ slot: string; count: number }>;
  /** By office. */
  readonly closures: ByOwner<Closure & { office: string }>;
  /** By office. */
  readonly waiting: ByKey<{ office: string; minutes: number }>;
  /** By code of the service or provider. */
  readonly sums: ByArguments<[by: 'service' | 'provider'], ByKey<repository.RatingSum>>;
}

/** What offices tell of their queues holds for so long. */
const WAITING_HOLDS_MS = 3_600_000;

const applicationOf = ({ application }: { application: string }): string => application;
const ownerOf = ({ owner }: { owner: string }): string => owner;
const officeOf = ({ office }: { office: string }): string => office;

const toSlot = (key: string) => {
  const [office = '', from = ''] = key.split(' ');
  return { office, from };
};

export const createContext =
  (parts: TransactionsParts) =>
  (base: RequestContext<TransactionsDB>): Context => {
    const now = base.now();
    const many =
      <Row>(find: (executor: Executor<TransactionsDB>, keys: readonly string[]) => Promise<Row>) =>
      (keys: readonly string[]) =>
        base.read((executor) => find(executor, keys));
    return {
      ...base,
      ...parts,
      applications: loadByKey(many(repository.findApplicationsByIds), ({ id }) => id),
      formValues: loadByOwner(many(repository.findFormValues), applicationOf),
      materials: loadByOwner(many(repository.findMaterials), applicationOf),
      touchpoints: loadByOwner(many(repository.findTouchpoints), applicationOf),
      ratings: loadByKey(many(repository.findRatings), applicationOf),
      standing: loadByKey(
        many((executor, ids) => repository.findStandingOf(executor, ids, now.toISOString())),
        applicationOf,
      ),
      pages: byArguments((filter, page) =>
        loadByOwner(
          many((executor, owners) => repository.findApplicationPages(executor, owners, filter, page)),
          ownerOf,
        ),
      ),
      counts: byArguments((filter) =>
        loadByKey(
          many((executor, owners) => repository.countApplications(executor, owners, filter)),
          ownerOf,
        ),
      ),
      appointments: byArguments((upcomingOnly) =>
        loadByOwner(
          many((executor, owners) =>
            upcomingOnly
              ? repository.findUpcoming(executor, owners, now.toISOString())
              : repository.findAppointments(executor, owners),
          ),
          ({ applicant }) => applicant,
        ),
      ),
      taken: loadByKey(
        many((executor, slots) => repository.countStanding(executor, slots.map(toSlot))),
        ({ slot }) => slot,
      ),
      closures: loadByOwner(
        many((executor, offices) => repository.findClosures(executor, offices, base.today)),
        officeOf,
      ),
      waiting: loadByKey(
        many((executor, offices) =>
          repository.findWaiting(executor, offices, {
            since: new Date(now.getTime() - WAITING_HOLDS_MS).toISOString(),
            now: now.toISOString(),
          }),
        ),
        officeOf,
      ),
      sums: byArguments((by) =>
        loadByKey(
          many((executor, codes) => repository.summarise(executor, by, codes)),
          ({ of }) => of,
        ),
      ),
    };
  };
