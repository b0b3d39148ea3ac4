import type { GraphQLDataSource } from '@apollo/gateway';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApolloServer } from './apollo-server.ts';
import { createHttpDataSource, type HttpDataSource } from './data-source/http-data-source.ts';
import { createFastGateway, type FastGateway } from './fast-path/fast-gateway.ts';
import { createHttpApp, drain } from './http-app.ts';

export interface PlainGatewayOptions {
  supergraphSdl: string;
  log: Logger;
  isFast?: boolean;
  /** Milliseconds that one answer of a subgraph may take. */
  timeout?: number;
}

export interface PlainGateway {
  app: FastifyInstance;
  counts: FastGateway['counts'];
  stop(): Promise<void>;
}

const MAX_BODY = 64 * 1024 * 1024;
const MAX_CONNECTIONS = 10_000;

/** Any federation 2 supergraph at its own routing URLs: no viewer, no lists, and errors as the subgraphs word them. */
export const createPlainGateway = async (options: PlainGatewayOptions): Promise<PlainGateway> => {
  const { supergraphSdl, log, isFast = true, timeout = 60_000 } = options;
  const opened: HttpDataSource[] = [];
  const { gateway, counts } = createFastGateway({
    supergraphSdl,
    isFast,
    dataSource: ({ name, url }) => {
      const source = createHttpDataSource({ name, url: url ?? '', timeout, maxBytes: MAX_BODY });
      opened.push(source);
      return source as GraphQLDataSource;
    },
  });
  const server = createApolloServer({ gateway, log, isSchemaOpen: true });
  await server.start();
  const app = await createHttpApp({
    maxBody: MAX_BODY,
    maxConnections: MAX_CONNECTIONS,
    trustProxy: [],
    corsOrigins: [],
    log,
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: fastifyApolloHandler(server) });
  app.get('/healthz', () => ({ status: 'ok' }));
  return {
    app,
    counts,
    async stop() {
      await drain(app, 1_000);
      await server.stop();
      await Promise.all(opened.map((source) => source.close()));
    },
  };
};
