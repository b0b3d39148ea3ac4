import type { Migration } from 'kysely';
import type { Logger } from 'pino';
import type { Catalogue } from '../../schema/catalogue/catalogue.ts';
import type { SealOpener } from '../../schema/seal.ts';
import type { SubgraphName } from '../../schema/sdl.ts';
import type { Viewer } from '../../schema/viewer.ts';
import type { Access, AccessParts, Relate } from './access/access.ts';
import type { EntityGate, GatedContext } from './access/gate.ts';
import type { Directory, DirectoryEntry } from './directory/directory.ts';
import type { Change, ChangeEvent } from './feed/change.ts';
import type { Feed } from './feed/feed.ts';
import type { IngestHooks } from './ingest/hooks.ts';
import type { Paging } from './paging.ts';
import type { ResolverMap, SchemaParts } from './schema.ts';
import type { Executor, Store } from './store/store.ts';

/** What a registry is: everything that the kit needs to make a subgraph of it. Holds no state. */
export interface SubgraphDefinition<DB, C extends RequestContext<DB>> {
  name: SubgraphName;
  sdl: string;
  resolvers: ResolverMap;
  permissions: SchemaParts<C>['permissions'];
  entities: Readonly<Record<string, EntityGate<C>>>;
  /** Relations to entities that are no subjects of the directory, e.g. a premise. */
  relate?: (base: RequestContext<DB>) => Readonly<Record<string, Relate>>;
  /** Makes a request's context, with its loaders. */
  createContext(base: RequestContext<DB>): C;
  migrations: Readonly<Record<string, Migration>>;
  /** What the directories are to know of these subjects now; missing ones are left out. */
  describeSubjects(executor: Executor<DB>, subjects: readonly string[]): Promise<readonly DirectoryEntry[]>;
  /** Folder of the declared sources, and the hooks that their columns name. */
  sources?: { folder: string; hooks?: IngestHooks<DB> };
  /** Removes or empties what the registry holds of a subject; called for `subject.erased`. Resolves to the files of others that it touched. */
  erase(executor: Executor<DB>, subject: string, today: string): Promise<readonly Touched[]>;
  /** Moves what the registry holds under one id to another; called for another's `subject.merged`. Resolves to the files of others that it touched. */
  merge(executor: Executor<DB>, merge: SubjectMerge): Promise<readonly Touched[]>;
  retention: readonly RetentionTerm[];
  /** Further consumers of the feed: group name → handler. */
  consumers?: (parts: ConsumerParts<DB>) => Readonly<Record<string, (events: readonly ChangeEvent[]) => Promise<void>>>;
  /** Background work beside feed and retention; stopped by the returned function. */
  startBackground?: (parts: ConsumerParts<DB>) => () => Promise<void>;
}

/** Two ids of one person: `from` is given up, `into` lives on. */
export interface SubjectMerge {
  from: string;
  into: string;
}

/** A file in which somebody stood, and the schema coordinates that tell of it. */
export interface Touched {
  subject: string;
  items: readonly string[];
}

export interface ConsumerParts<DB> {
  store: Store<DB>;
  clock: () => Date;
  log: Logger;
  dataFolder: string;
}

/** Rows of a table fall when `column` is older than `term` (ISO 8601 duration, e.g. P3Y). */
export interface RetentionTerm {
  table: string;
  column: string;
  term: string;
  /** SQL that a row must meet besides, e.g. that it was dealt with. */
  where?: string;
}

/** What the process hands to every subgraph. */
export interface SubgraphHost<DB> {
  store: Store<DB>;
  feed: Feed;
  openSeal: SealOpener;
  clock: () => Date;
  log: Logger;
  catalogue: Catalogue;
  identities: IdentityResolver;
  dataFolder: string;
  /** Makes each request's view of who may see whom; the kit's own when left out. */
  createAccess?: ((parts: AccessParts) => Access) | undefined;
}

/** Exchanges ID numbers (GB 11643) for citizen ids, by position; null where `personal` knows nobody. */
export interface IdentityResolver {
  resolve(idNumbers: readonly string[]): Promise<readonly (string | null)[]>;
}

/** What the kit gives to each request; a registry's context extends it by loaders. */
export interface RequestContext<DB> extends GatedContext {
  readonly viewer: Viewer;
  readonly today: string;
  readonly access: Access;
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  /** The instant, of the clock that is handed in. */
  now(): Date;
  /** Checks the arguments of a connection. Throws BAD_USER_INPUT. */
  readonly page: Paging;
  readonly operationId: string;
  readonly traceId: string | null;
  read<T>(work: (executor: Executor<DB>) => Promise<T>): Promise<T>;
  /** One transaction for a mutation, idempotent by the caller's request key: a repeat answers the first outcome. */
  mutate<T>(request: { requestKey: string; input: unknown }, work: (unit: UnitOfWork<DB>) => Promise<T>): Promise<T>;
}

/** A mutation's transaction, in which changes are recorded: outbox rows and the registry's own directory. */
export interface UnitOfWork<DB> {
  readonly executor: Executor<DB>;
  record(
    change: Pick<Change, 'kind' | 'affects' | 'items'> & { payload?: Readonly<Record<string, unknown>> },
  ): Promise<void>;
}
