import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { sql } from 'kysely';
import { pino } from 'pino';
import { loadCatalogue } from '../../schema/catalogue/catalogue.ts';
import { createSealer, createSealOpener } from '../../schema/seal.ts';
import type { Viewer } from '../../schema/viewer.ts';
import type { IdentityResolver, RequestContext, SubgraphDefinition } from '../../subgraphs/kit/definition.ts';
import type { SubgraphAnswer } from '../../subgraphs/kit/execute.ts';
import type { Change } from '../../subgraphs/kit/feed/change.ts';
import { createMemoryFeed } from '../../subgraphs/kit/feed/memory-feed.ts';
import type { Ingest } from '../../subgraphs/kit/ingest/ingest.ts';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import { createSubgraph, type Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { TODAY } from './viewers.ts';

export interface OpenSubgraph<DB> {
  subgraph: Subgraph;
  store: Store<DB>;
  ingest: Ingest;
  /** Executes a document with a sealed viewer. */
  as(viewer: Viewer, query: string, variables?: Readonly<Record<string, unknown>>): Promise<SubgraphAnswer>;
  /** Changes of subjects in the outbox, oldest first. */
  changes(): Promise<Pick<Change, 'kind' | 'affects' | 'items' | 'directory' | 'payload'>[]>;
  close(): Promise<void>;
}

export interface OpenOptions<DB> {
  identities?: (store: Store<DB>) => IdentityResolver;
  /** The instant at which everything happens; ten in the morning of TODAY in Shanghai. */
  clock?: () => Date;
}

const nobody: IdentityResolver = { resolve: (idNumbers) => Promise.resolve(idNumbers.map(() => null)) };

/** Starts a registry on a store of its own, with a feed in memory; `as` seals viewers as the gateway does. */
export const openSubgraph = async <DB, C extends RequestContext<DB>>(
  definition: SubgraphDefinition<DB, C>,
  store: Store<DB>,
  { identities = () => nobody, clock = () => new Date(`${TODAY}T02:00:00Z`) }: OpenOptions<DB> = {},
): Promise<OpenSubgraph<DB>> => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const seal = await createSealer({ ...(await exportJWK(privateKey)), kid: 'test' }, clock);
  const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test' }] };
  const dataFolder = await mkdtemp(join(tmpdir(), 'onefile-'));
  const log = pino({ level: 'silent' });
  const feed = createMemoryFeed({ log });
  const resolver = identities(store);
  const subgraph = createSubgraph(definition, {
    store,
    feed,
    log,
    clock,
    openSeal: createSealOpener(keySet, clock),
    catalogue: loadCatalogue(),
    identities: resolver,
    dataFolder,
  });
  await subgraph.start();
  const { name, ingest } = subgraph;

  return {
    subgraph,
    store,
    ingest,
    as: async (viewer, query, variables = {}) => {
      const sealed = await seal(viewer);
      return subgraph.execute({ query, variables, headers: { seal: sealed.seal, operationId: 'test' } });
    },
    changes: () =>
      store.read({ holder: 'test' }, async (executor) => {
        const { rows } = await sql<
          Pick<Change, 'kind' | 'affects' | 'items' | 'directory' | 'payload'>
        >`select kind, affects, string_to_array(items, ' ') as items, directory::json as directory, payload from ${sql.table(`${name}.outbox`)} where kind <> 'source.arrived' order by id`.execute(
          executor,
        );
        return rows;
      }),
    close: async () => {
      await subgraph.stop();
      await feed.close();
      await rm(dataFolder, { recursive: true });
    },
  };
};
