import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import { sql } from 'kysely';
import { pino } from 'pino';
import { loadCatalogue, type Catalogue } from '../../../schema/catalogue/catalogue.ts';
import { createSealer, createSealOpener, type Sealer } from '../../../schema/seal.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { archive } from '../../../subgraphs/archive/registry.ts';
import { enterprises } from '../../../subgraphs/enterprises/registry.ts';
import { governance } from '../../../subgraphs/governance/registry.ts';
import { licences } from '../../../subgraphs/licences/registry.ts';
import { loadServiceCatalogue } from '../../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { defineTransactions } from '../../../subgraphs/transactions/registry.ts';
import { folderOf, SUBGRAPHS, type SubgraphName } from '../../../schema/sdl.ts';
import type { SubgraphDefinition, SubgraphHost } from '../../../subgraphs/kit/definition.ts';
import type { Feed } from '../../../subgraphs/kit/feed/feed.ts';
import { createMemoryFeed } from '../../../subgraphs/kit/feed/memory-feed.ts';
import { kitMigrations } from '../../../subgraphs/kit/kit-migrations.ts';
import type { Database } from '../../../subgraphs/kit/store/database.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { createSubgraph, type Subgraph } from '../../../subgraphs/kit/subgraph.ts';
import { createIdentityKeys } from '../../../subgraphs/personal/identity-keys.ts';
import { createIdentityResolver, type PersonalDB } from '../../../subgraphs/personal/repository.ts';
import { definePersonal } from '../../../subgraphs/personal/registry.ts';
import { defineTagging } from '../../../tagging/registry.ts';
import { createTagIndex } from '../../../tagging/tag-index/tag-index.ts';
import type { Tagger } from '../../../tagging/tagger.ts';
import { loadTagging } from '../../support/rules.ts';
import { idNumberOf } from '../../support/people.ts';
import { recordStatements, type RecordedStatement } from '../../support/statement-recorder.ts';
import { openTestDatabase } from '../../support/stores.ts';
import { asCitizen, TODAY } from '../../support/viewers.ts';
import { EXTRA_DROPS, EXTRA_ROWS } from './extra-drops.ts';

export const REGISTRIES: readonly SubgraphName[] = SUBGRAPHS;

// A registry's database type is its own business: the table asks all in the same way.
/* eslint-disable @typescript-eslint/no-explicit-any */
export type AnyDefinition = SubgraphDefinition<any, any>;
type AnyHost = SubgraphHost<any>;
type AnyStore = Store<any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

/** What a registry is opened with instead of what it has: a rule taken away, a gate switched off. */
export interface Altered {
  catalogue?: Catalogue;
  permissions?: AnyDefinition['permissions'];
  createAccess?: AnyHost['createAccess'];
}

/** All registries on one database, filled; their feed has stood still since the directories had followed. */
export interface World {
  store(name: SubgraphName): AnyStore;
  definition(name: SubgraphName): AnyDefinition;
  readonly catalogue: Catalogue;
  /** Seals as the gateway does, by a clock that stands. */
  readonly seal: Sealer;
  readonly keys: { privateKey: JWK; publicKeys: JSONWebKeySet };
  readonly clock: () => Date;
  /** A registry of its own over the same rows, maybe with other rules. */
  open(name: SubgraphName, altered?: Altered): Subgraph;
  /** What was sent to the database while `work` ran. */
  statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: readonly RecordedStatement[] }>;
  /** The citizen id of an ID number; null when nobody has it. */
  idOf(idNumber: string): Promise<string | null>;
  close(): Promise<void>;
}

const identityKeys = createIdentityKeys({ current: 1, keys: { '1': Buffer.alloc(32, 7).toString('base64') } });
const demoFolder = (name: SubgraphName) => join(import.meta.dirname, '../../..', folderOf(name), 'demo');
const clock = () => new Date(`${TODAY}T02:00:00Z`);

const defineAll = (catalogue: Catalogue): Readonly<Record<SubgraphName, AnyDefinition>> => ({
  personal: definePersonal({ keys: identityKeys, departments: catalogue.departments }),
  enterprises,
  governance,
  archive,
  licences,
  transactions: defineTransactions({ services: loadServiceCatalogue(), search: () => [] }),
  tagging: defineTagging({ tagging: loadTagging(), tagger: idle }),
});

/** Nothing is derived here: what is believed of whom stands in the rows. */
const idle: Tagger = {
  index: createTagIndex([]),
  start: () => () => Promise.resolve(),
  handle: () => Promise.resolve(),
  refresh: () => Promise.resolve(),
  checkReady: () => {},
  addMetrics: () => {},
};

export const openWorld = async (catalogue: Catalogue = loadCatalogue()): Promise<World> => {
  const definitions = defineAll(catalogue);
  const database = await openTestDatabase(
    Object.fromEntries(REGISTRIES.map((name) => [name, { ...kitMigrations(name), ...definitions[name].migrations }])),
  );
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const keys = {
    privateKey: { ...(await exportJWK(privateKey)), kid: 'gateway' },
    publicKeys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'gateway' }] },
  };
  const folder = await mkdtemp(join(tmpdir(), 'onefile-attack-'));
  const recorder = recordStatements();
  const stores = Object.fromEntries(REGISTRIES.map((name) => [name, recorder.watch(database.store(name))]));
  const store = (name: SubgraphName): AnyStore => stores[name] as AnyStore;
  const identities = createIdentityResolver(store('personal') as Store<PersonalDB>, identityKeys);
  const host = (name: SubgraphName, feed: Feed): AnyHost => ({
    store: store(name),
    feed,
    openSeal: createSealOpener(keys.publicKeys, clock),
    clock,
    log: pino({ level: 'silent' }),
    catalogue,
    identities,
    dataFolder: folder,
  });
  const seal = await createSealer(keys.privateKey, clock);
  await fill({
    database,
    folder,
    definitions,
    seal,
    host,
    idOf: async (number) => (await identities.resolve([number]))[0] ?? null,
  });

  return {
    store,
    definition: (name) => definitions[name],
    catalogue,
    seal,
    keys,
    clock,
    open: (name, altered = {}) => {
      const { permissions = definitions[name].permissions } = altered;
      const subgraph = createSubgraph(
        { ...definitions[name], permissions },
        {
          ...host(name, createMemoryFeed({ log: pino({ level: 'silent' }) })),
          catalogue: altered.catalogue ?? catalogue,
          createAccess: altered.createAccess,
        },
      );
      subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
      return subgraph;
    },
    statementsOf: recorder.during,
    idOf: async (number) => (await identities.resolve([number]))[0] ?? null,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
};

/** Who objects to what in whose file, by ID number: to an item of each department that decides, for a ward, and in another district. */
const OBJECTIONS: readonly (readonly [raiser: string, subject: string, item: string])[] = [
  ...[
    'Citizen.birthDate',
    'Citizen.maritalStatus',
    'Citizen.education',
    'Citizen.occupation',
    'Citizen.militaryService',
    'Citizen.disability',
    'Citizen.phone',
    'Citizen.enterprises',
  ].map((item) => ['lin-xiaomei', idNumberOf('lin-xiaomei'), item] as const),
  ['lin-xiaomei', '310104202103080242', 'Residence.address'],
  ['chen-gang', idNumberOf('chen-gang'), 'Citizen.sex'],
];

interface Filling {
  database: Database;
  folder: string;
  definitions: Readonly<Record<SubgraphName, AnyDefinition>>;
  seal: Sealer;
  host(name: SubgraphName, feed: Feed): AnyHost;
  idOf(idNumber: string): Promise<string | null>;
}

/** Demo drops, the rows that attacks need beside them, and some acts of citizens; then waits for the directories. */
const fill = async ({ folder, definitions, seal, host, idOf }: Filling): Promise<void> => {
  const feed = createMemoryFeed({ log: pino({ level: 'silent' }) });
  const running = REGISTRIES.map((name) => createSubgraph(definitions[name], host(name, feed)));
  for (const subgraph of running) await subgraph.start();
  for (const { name, ingest } of running) {
    const files = (await readdir(demoFolder(name)).catch(() => [])).filter((file) => file.endsWith('.csv')).sort();
    for (const file of files) {
      const source = `${name}.${basename(file, '.csv')}`;
      await take(ingest.ingestFile(source, join(demoFolder(name), file)));
      const extra = EXTRA_DROPS[source];
      if (extra === undefined) continue;
      const path = join(folder, file);
      await writeFile(path, extra);
      await take(ingest.ingestFile(source, path));
    }
  }
  await host('personal', feed).store.transaction({ holder: 'attack' }, async (executor) => {
    for (const statement of EXTRA_ROWS) await sql.raw(statement).execute(executor);
  });
  await followed(running);
  const act = async (name: SubgraphName, viewer: Viewer, query: string): Promise<Record<string, { id: string }>> => {
    const answer = await running
      .find((subgraph) => subgraph.name === name)
      ?.execute({ query, headers: { seal: (await seal(viewer)).seal, operationId: `fill-${query.length}` } });
    if (answer?.errors !== undefined)
      throw new Error(`The world could not be filled: ${JSON.stringify(answer.errors)}`);
    return answer?.data as Record<string, { id: string }>;
  };
  const person = async (slug: string) => (await idOf(idNumberOf(slug))) ?? '';
  const representative = asCitizen(await person('zhou-ming'));
  const { grantMandate } = await act(
    'enterprises',
    representative,
    `mutation { grantMandate(input: { uscc: "91310104MA1FPAA18P", handler: "${await person('ma-xiaodong')}", services: ["food-permit"], until: "2027-06-30", requestKey: "attack-1" }) { id } }`,
  );
  await act(
    'enterprises',
    representative,
    `mutation { withdrawMandate(id: "${grantMandate?.id ?? ''}", requestKey: "attack-2") { id } }`,
  );
  for (const [index, [raiser, subject, item]] of OBJECTIONS.entries()) {
    await act(
      'governance',
      asCitizen(await person(raiser)),
      `mutation { raiseObjection(input: { item: "${item}", subject: "${(await idOf(subject)) ?? ''}", claim: "不对", evidence: "证明", requestKey: "objection-${index}" }) { id } }`,
    );
  }
  await followed(running);
  await Promise.all(running.map((subgraph) => subgraph.stop()));
  await feed.close();
};

const take = async (arrival: ReturnType<Subgraph['ingest']['ingestFile']>): Promise<void> => {
  const { source, rows, accepted, changed, unchanged, refused, reasons } = await arrival;
  if (refused !== null || rows !== accepted + changed + unchanged) {
    throw new Error(`${source} was not taken in whole: ${JSON.stringify({ refused, reasons })}`);
  }
};

/** Resolves when every directory knows what was written before the call. */
const followed = async (running: readonly Subgraph[]): Promise<void> => {
  const called = Date.now();
  const behind = () =>
    running.some(({ name, directory }) =>
      ['personal', 'enterprises'].some((owner) => owner !== name && directory.lag(owner) > Date.now() - called),
    );
  const until = called + 60_000;
  while (behind()) {
    if (Date.now() > until) throw new Error('The directories do not catch up.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
