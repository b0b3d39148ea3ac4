import type { JSONWebKeySet } from 'jose';
import type { Logger } from 'pino';
import { loadCatalogue } from '../../schema/catalogue/catalogue.ts';
import { createSealOpener } from '../../schema/seal.ts';
import { folderOf } from '../../schema/sdl.ts';
import { createArchive, type ArchiveDB } from '../../subgraphs/archive/index.ts';
import { createEnterprises, type EnterprisesDB } from '../../subgraphs/enterprises/index.ts';
import {
  anchorFile,
  createGovernance,
  readAnchors,
  verifyAccessLog,
  type GovernanceDB,
} from '../../subgraphs/governance/index.ts';
import { createClock } from '../../subgraphs/kit/clock.ts';
import type { Feed } from '../../subgraphs/kit/feed/feed.ts';
import { createMemoryFeed } from '../../subgraphs/kit/feed/memory-feed.ts';
import { createRedisFeed } from '../../subgraphs/kit/feed/redis-feed.ts';
import { hasArrivals } from '../../subgraphs/kit/ingest/has-arrivals.ts';
import type { Database } from '../../subgraphs/kit/store/database.ts';
import { createEmbeddedDatabase } from '../../subgraphs/kit/store/embedded-database.ts';
import { createPostgresDatabase } from '../../subgraphs/kit/store/postgres-database.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { createLicences, type LicencesDB } from '../../subgraphs/licences/index.ts';
import {
  createIdentityResolver,
  createPersonal,
  readIdentityKeys,
  rotateIdentityKeys,
  type PersonalDB,
} from '../../subgraphs/personal/index.ts';
import type { AskFacts } from '../../subgraphs/kit/facts/read-facts.ts';
import { createTransactions, type TransactionsDB } from '../../subgraphs/transactions/index.ts';
import {
  createTagging,
  findDeadLetters,
  openTagStoreOf,
  revive,
  type DeadLetter,
  type TaggingDB,
} from '../../tagging/index.ts';
import { storeFolderOf, type GatewayConfig } from '../config.ts';
import { backUp } from './backup/back-up.ts';
import type { BackupManifest } from './backup/manifest.ts';

/** All registries in this process, on one database and one feed. */
export interface Registries {
  readonly subgraphs: readonly Subgraph[];
  readonly demoFolders: readonly string[];
  readonly feed: Feed;
  find(name: string): Subgraph | null;
  /** Whether no drop has ever come. */
  isEmpty(): Promise<boolean>;
  /** Whether a citizen with this ID number is on file. */
  isOnFile(idNumber: string): Promise<boolean>;
  /** Migrates, then starts relays and consumers. */
  start(): Promise<void>;
  migrate(): Promise<void>;
  verifyAccessLog(): ReturnType<typeof verifyAccessLog>;
  rotateIdentityKeys(): Promise<{ current: number; moved: number }>;
  /** Subjects whose tags could not be derived, at most 1,000. */
  findDeadLetters(): Promise<readonly DeadLetter[]>;
  retryDeadLetters(): Promise<number>;
  /** Writes all that the registries hold into a new folder; see backup/back-up.ts. */
  backUp(folder: string): Promise<BackupManifest>;
  /** Leaves a note for processes that find the data folder held. */
  leaveNote(note: Readonly<Record<string, unknown>>): Promise<void>;
  stop(): Promise<void>;
}

const openDatabase = async (
  config: GatewayConfig,
  dump: string | undefined,
): Promise<Database & Pick<Registries, 'leaveNote'>> => {
  const { DATABASE_URL } = config;
  if (DATABASE_URL !== undefined) {
    return { ...createPostgresDatabase({ url: DATABASE_URL }), leaveNote: () => Promise.resolve() };
  }
  return createEmbeddedDatabase({ folder: storeFolderOf(config), ...(dump === undefined ? {} : { dump }) });
};

const openFeed = ({ REDIS_URL }: GatewayConfig, log: Logger): Feed =>
  REDIS_URL === undefined ? createMemoryFeed({ log }) : createRedisFeed({ url: REDIS_URL, log });

const DEAD_LETTERS_AT_ONCE = 1_000;

const nobodyToAsk: AskFacts = () => Promise.reject(new Error('There is no supergraph in this process.'));

export interface OpenRegistriesOptions {
  config: GatewayConfig;
  sealKeys: JSONWebKeySet;
  log: Logger;
  /** A file from which an empty data folder starts. */
  dump?: string | undefined;
  /** Asks the supergraph as `system`; left out where none of what asks it is started. */
  ask?: AskFacts;
}

/**
 * Opens the registries: on PGlite and a feed in process, or, where DATABASE_URL and REDIS_URL name servers, on these.
 * Throws FolderHeldError when another process works in the data folder.
 */
export const openRegistries = async ({
  config,
  sealKeys,
  log,
  dump,
  ask = nobodyToAsk,
}: OpenRegistriesOptions): Promise<Registries> => {
  const identityKeys = readIdentityKeys(config.ONEFILE_DATA);
  const database = await openDatabase(config, dump);
  const feed = openFeed(config, log);
  const clock = createClock(config.ONEFILE_TODAY);
  const persons = database.store<PersonalDB>('personal');
  const identities = createIdentityResolver(persons, identityKeys);
  const host = {
    feed,
    log,
    clock,
    // Seals run out by the true clock, also when the day is pinned.
    openSeal: createSealOpener(sealKeys, () => new Date()),
    catalogue: loadCatalogue(),
    identities,
    dataFolder: config.ONEFILE_DATA,
  };
  const accessLog = database.store<GovernanceDB>('governance');
  const tags = database.store<TaggingDB>('tagging');
  const subgraphs = [
    createPersonal({ ...host, store: persons }),
    createEnterprises({ ...host, store: database.store<EnterprisesDB>('enterprises') }),
    createGovernance({ ...host, store: accessLog }),
    createLicences({ ...host, store: database.store<LicencesDB>('licences') }),
    createArchive({ ...host, store: database.store<ArchiveDB>('archive') }),
    createTransactions({ ...host, store: database.store<TransactionsDB>('transactions') }),
    createTagging({ ...host, store: tags }, { ask, openTags: openTagStoreOf(config) }),
  ];
  return {
    subgraphs,
    feed,
    demoFolders: subgraphs.map(({ name }) => new URL(`../../${folderOf(name)}/demo`, import.meta.url).pathname),
    find: (name) => subgraphs.find((subgraph) => subgraph.name === name) ?? null,
    isEmpty: async () => !(await hasArrivals(persons)),
    isOnFile: async (idNumber) => ((await identities.resolve([idNumber]))[0] ?? null) !== null,
    start: async () => {
      for (const subgraph of subgraphs) await subgraph.start();
    },
    migrate: async () => {
      for (const subgraph of subgraphs) await subgraph.migrate();
    },
    verifyAccessLog: async () => verifyAccessLog(accessLog, await readAnchors(anchorFile(config.ONEFILE_DATA))),
    rotateIdentityKeys: async () => ({
      current: identityKeys.current,
      moved: await rotateIdentityKeys(persons, identityKeys),
    }),
    findDeadLetters: () =>
      tags.read({ holder: 'tagging.dead-letters' }, (executor) => findDeadLetters(executor, DEAD_LETTERS_AT_ONCE)),
    retryDeadLetters: () => tags.transaction({ holder: 'tagging.dead-letters' }, revive),
    backUp: (folder) => backUp(folder, config, database, new Date()),
    leaveNote: (note) => database.leaveNote(note),
    stop: async () => {
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
      await feed.close();
      await database.close();
    },
  };
};
