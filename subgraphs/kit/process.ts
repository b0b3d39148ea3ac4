import { readFileSync } from 'node:fs';
import { loadCatalogue } from '../../schema/catalogue/catalogue.ts';
import { EnvironmentError, listenOrRefuse } from '../../schema/environment.ts';
import { createLog } from '../../schema/log.ts';
import { createSealOpener } from '../../schema/seal.ts';
import { stopOnSignal } from '../../schema/stop-on-signal.ts';
import { createClock } from './clock.ts';
import type { SubgraphConfig } from './config.ts';
import type { IdentityResolver, SubgraphHost } from './definition.ts';
import { createRedisFeed } from './feed/redis-feed.ts';
import { createGatewayClient, type GatewayClient } from './gateway-client.ts';
import { createGatewayIdentities } from './gateway-identities.ts';
import { createHttpServer } from './http-server.ts';
import { createPostgresDatabase } from './store/postgres-database.ts';
import type { Store } from './store/store.ts';
import type { Subgraph } from './subgraph.ts';

export interface SubgraphProcess<DB> {
  name: string;
  create: (host: SubgraphHost<DB>, client: GatewayClient | null) => Subgraph;
  /** `personal` exchanges ID numbers itself; the others ask it through the gateway. */
  identities?: (store: Store<DB>) => IdentityResolver;
}

type KeySet = Parameters<typeof createSealOpener>[0];

const readKeySet = (source: string): KeySet => {
  try {
    return JSON.parse(source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8')) as KeySet;
  } catch (cause) {
    throw new EnvironmentError('SEAL_JWKS: must be a JWK Set, as JSON or the path of one.', { cause });
  }
};

const noIdentities: IdentityResolver = {
  resolve: () =>
    Promise.reject(new Error('SYSTEM_TOKEN_URL and SYSTEM_CLIENT_SECRET are needed to exchange ID numbers.')),
};

/** Asks the gateway as `system`; null where nobody has said how. */
const openGatewayClient = (config: SubgraphConfig, clock: () => Date): GatewayClient | null =>
  config.SYSTEM_TOKEN_URL === undefined || config.SYSTEM_CLIENT_SECRET === undefined
    ? null
    : createGatewayClient(
        {
          gatewayUrl: config.GATEWAY_URL,
          tokenUrl: config.SYSTEM_TOKEN_URL,
          clientId: config.SYSTEM_CLIENT_ID,
          clientSecret: config.SYSTEM_CLIENT_SECRET,
        },
        clock,
      );

/** Runs one subgraph as a process: PostgreSQL, Redis, HTTP; prints `ready <url>`; stops gracefully on SIGTERM and SIGINT. */
export const runSubgraphProcess = async <DB>(
  config: SubgraphConfig,
  { name, create, identities }: SubgraphProcess<DB>,
): Promise<void> => {
  const log = createLog(config.LOG_LEVEL, name);
  const clock = createClock(config.ONEFILE_TODAY);
  const database = createPostgresDatabase({ url: config.DATABASE_URL });
  const store = database.store<DB>(name);
  const feed = createRedisFeed({ url: config.REDIS_URL, log });
  // Tokens run out by the true clock as well.
  const client = openGatewayClient(config, () => new Date());
  const parts: SubgraphHost<DB> = {
    store,
    feed,
    log,
    clock,
    // Seals run out by the true clock, also when the day is pinned.
    openSeal: createSealOpener(readKeySet(config.SEAL_JWKS), () => new Date()),
    catalogue: loadCatalogue(),
    identities: identities?.(store) ?? (client === null ? noIdentities : createGatewayIdentities(client)),
    dataFolder: config.ONEFILE_DATA,
  };
  const subgraph = create(parts, client);
  await subgraph.start();
  const server = createHttpServer(subgraph, log, { maxConnections: config.MAX_CONNECTIONS });
  stopOnSignal(async () => {
    await server.close();
    await subgraph.stop();
    await feed.close();
    await database.close();
  });
  const { HOST: host, PORT: port } = config;
  process.stdout.write(`ready ${await listenOrRefuse(port, () => server.listen({ host, port }))}\n`);
};
