import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { createSealer } from '../schema/seal.ts';
import type { GatewayConfig } from './config.ts';
import { createHttpDataSource, type HttpDataSource } from './data-source/http-data-source.ts';
import { createRedisFeed } from '../subgraphs/kit/feed/redis-feed.ts';
import { createHttpPushTarget } from './ingest-route.ts';
import type { Probe } from './operations/routes.ts';
import { loadSealKey } from './seal-key.ts';
import { createGateway, type Gateway, type GatewayOptions } from './server.ts';

const probeOf = (url: string): Probe => {
  const readiness = new URL('/readyz', url);
  return async () => {
    const response = await fetch(readiness, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${readiness.href} answered ${response.status}.`);
  };
};

/** A routing URL without a path is a registry's process, which answers at `/graphql`. */
const endpointOf = (url: string): string => {
  const endpoint = new URL(url);
  if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
  return endpoint.href;
};

/** The gateway as one process in front of subgraphs over HTTP, found by the supergraph or `SUBGRAPH_URLS`. */
export const createServicesGateway = async (
  config: GatewayConfig,
  log: Logger,
  extra: Pick<GatewayOptions, 'addRoutes'> = {},
): Promise<Gateway> => {
  const clock = () => new Date();
  const urls = new Map<string, string>();
  const dependencies: Record<string, Probe> = {};
  const opened: HttpDataSource[] = [];
  const feed = config.REDIS_URL === undefined ? undefined : createRedisFeed({ url: config.REDIS_URL, log });
  const gateway = await createGateway({
    ...extra,
    config,
    log,
    clock,
    feed,
    supergraphSdl: await readFile(config.SUPERGRAPH, 'utf8'),
    seal: await createSealer(await loadSealKey(config), clock),
    dataSource: ({ name, url: routingUrl }) => {
      const url = endpointOf(config.SUBGRAPH_URLS[name] ?? routingUrl ?? '');
      urls.set(name, url);
      dependencies[name] = probeOf(url);
      const source = createHttpDataSource({ name, url, timeout: config.SUBGRAPH_TIMEOUT });
      opened.push(source);
      return source;
    },
    dependencies,
    push: createHttpPushTarget((subgraph) => urls.get(subgraph)),
  });
  return {
    ...gateway,
    async stop() {
      await gateway.stop();
      await feed?.close();
      await Promise.all(opened.map((source) => source.close()));
    },
  };
};
