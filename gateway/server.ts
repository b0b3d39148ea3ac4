import type { GraphQLDataSource } from '@apollo/gateway';
import type { FastifyInstance } from 'fastify';
import type { GraphQLError } from 'graphql';
import { type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { civilDay } from '../schema/civil-day.ts';
import type { Sealer } from '../schema/seal.ts';
import type { Feed } from '../subgraphs/kit/feed/feed.ts';
import { createApolloServer } from './apollo-server.ts';
import type { GatewayExecutor, GatewayInterface } from './apollo-types.ts';
import { createAskInProcess, type AskInProcess } from './ask-in-process.ts';
import type { GatewayConfig } from './config.ts';
import { answerInItsPlace } from './data-source/answer-in-its-place.ts';
import { capErrors, createErrorFormat } from './errors.ts';
import { createFastGateway } from './fast-path/fast-gateway.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { createHttpApp, drain } from './http-app.ts';
import { addIngestRoute, type PushTarget } from './ingest-route.ts';
import { loadPeople } from './issuer/people.ts';
import { addIssuerRoutes } from './issuer/routes.ts';
import { adoptScalars } from './limits/contract-scalars.ts';
import { createDocuments } from './limits/documents.ts';
import { limitsOf } from './limits/limits.ts';
import { createRateLimit } from './limits/rate-limit.ts';
import type { OperationContext } from './operation-context.ts';
import { createOperationPlugin } from './operation-plugin.ts';
import { createMetrics } from './operations/metrics.ts';
import { addOperationsRoutes, type Probe } from './operations/routes.ts';
import { readClaimNames } from './sign-in/claims.ts';
import { createIdentityExchange, type IdentityExchange } from './sign-in/identity-exchange.ts';
import { followSubjects } from './sign-in/follow-subjects.ts';
import { createSessions } from './sign-in/sessions.ts';
import { createAdmission } from './sign-in/admission.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { createTokenSource } from './sign-in/token-source.ts';

export interface GatewayOptions {
  config: GatewayConfig;
  supergraphSdl: string;
  /** Called once per subgraph of the supergraph, with its routing URL. */
  dataSource: (subgraph: { name: string; url: string | undefined }) => GraphQLDataSource;
  seal: Sealer;
  log: Logger;
  /** By default: the root field `citizensByIdNumber` of `personal`, asked as `system`. */
  exchangeIdentity?: IdentityExchange;
  /** Takes what is pushed to `/ingest/<source>`; without it there is no such route. */
  push?: PushTarget;
  /** What `/readyz` waits for, by name. */
  dependencies?: Readonly<Record<string, Probe>>;
  /** Further routes: the pages. */
  addRoutes?: (app: FastifyInstance) => void | Promise<void>;
  /** Measures of whatever runs in the same process. */
  addMetrics?: (metrics: Registry) => void;
  /** Tells of merges and erasures; without it they are noticed when a session is looked up anew. */
  feed?: Pick<Feed, 'subscribeAll'> | undefined;
  clock?: () => Date;
}

export interface Gateway {
  app: FastifyInstance;
  /** Listens on `HOST` and `PORT` and gives the address, `http://localhost:4000`. */
  listen(): Promise<string>;
  /** Drains, then closes. */
  stop(): Promise<void>;
  /** For what runs in the same process. */
  ask: AskInProcess;
  /** How operations were executed so far. */
  counts: Readonly<{ fast: number; stock: number }>;
}

/** Keeps the schema as the gateway loads it, makes errors of values that break it, and no more errors than one can read. */
const observed = (gateway: GatewayInterface, onSchema: (schema: GraphQLSchema) => void): GatewayInterface => {
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => onSchema(apiSchema));
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      const strict: GatewayExecutor = async (request) => {
        const result = await executor?.(request);
        const violations: unknown = result?.extensions?.['valueCompletion'];
        if (result === undefined) return { errors: [] };
        if (Array.isArray(violations))
          return { data: result.data ?? null, errors: capErrors(violations as GraphQLError[]) };
        return result.errors === undefined ? result : { ...result, errors: capErrors(result.errors) };
      };
      return { executor: executor === null ? null : strict };
    },
  };
};

/** The gateway of OneFile: sign-in, seal, limits, partial answers, masking, and the supergraph behind them. */
export const createGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { config, supergraphSdl, seal, log, push, dependencies = {}, clock = () => new Date() } = options;
  const today = () => config.ONEFILE_TODAY ?? civilDay(clock());
  const metrics = createMetrics();
  options.addMetrics?.(metrics.registry);
  const sources = new Map<string, GraphQLDataSource>();

  const { gateway, counts } = createFastGateway({
    supergraphSdl,
    isFast: config.FAST_PATH,
    dataSource: ({ name, url }) => {
      const source = metrics.measured(name, options.dataSource({ name, url }));
      sources.set(name, source);
      return answerInItsPlace(source, (cause, { operationId }) =>
        log.warn({ err: cause, subgraph: name, operationId }, 'a subgraph did not answer'),
      ) as GraphQLDataSource;
    },
  });
  let schema: GraphQLSchema | null = null;
  const limits = limitsOf(config);
  const rules = { limits, isSchemaOpen: !config.isProduction };
  const report = (errorId: string, cause: unknown) => log.error({ err: cause, errorId }, 'masked error');
  let documents: ReturnType<typeof createDocuments> | null = null;
  const theDocuments = () => {
    if (schema === null) throw new Error('The supergraph is not loaded.');
    return (documents ??= createDocuments(schema, limits));
  };
  const server = createApolloServer<OperationContext>({
    gateway: observed(gateway, (loaded) => {
      adoptScalars(loaded);
      schema = loaded;
      documents = null;
    }),
    log,
    isSchemaOpen: rules.isSchemaOpen,
    plugins: [createOperationPlugin((document) => theDocuments().find(document), rules)],
    formatError: createErrorFormat(report),
    documentStore: {
      get: (key) => Promise.resolve(theDocuments().findByHash(key.slice(-64))?.document),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    },
  });
  await server.start();

  const tokens = await createTokenSource(config, clock);
  const personal = sources.get('personal');
  const exchangeIdentity =
    options.exchangeIdentity ??
    (personal === undefined ? () => Promise.resolve(null) : createIdentityExchange({ personal, seal, today }));
  const sessions = createSessions({
    verify: tokens.verify,
    exchangeIdentity,
    claimNames: readClaimNames(config.OIDC_CLAIMS),
    clock,
  });
  const following = options.feed === undefined ? null : followSubjects(options.feed, sessions);
  const signIn = createSignIn({ sessions, seal, clock, today, operationTimeout: config.OPERATION_TIMEOUT });
  const admitViewer = createAdmission({
    signIn,
    perViewer: createRateLimit({ rate: config.RATE_LIMIT, burst: config.RATE_LIMIT_BURST }),
    perAddress: createRateLimit({ rate: config.RATE_LIMIT_PUBLIC, burst: config.RATE_LIMIT_PUBLIC_BURST }),
  });

  let isStopping = false;
  const app = await createHttpApp({
    maxBody: config.MAX_BODY,
    maxConnections: config.MAX_CONNECTIONS,
    trustProxy: config.TRUST_PROXY,
    corsOrigins: config.CORS_ORIGINS,
    log,
  });
  addGraphqlRoute(app, {
    server,
    admitViewer,
    admit: (source) => theDocuments().admit(source),
    operationTimeout: config.OPERATION_TIMEOUT,
    metrics,
    log,
  });
  addOperationsRoutes(app, {
    metrics,
    metricsToken: config.METRICS_TOKEN,
    isBehindProxy: config.TRUST_PROXY.length > 0,
    dependencies,
    isStopping: () => isStopping,
  });
  if (push !== undefined) addIngestRoute(app, { admitViewer, push, log });
  const portOf = () => {
    const address = app.server.address();
    return typeof address === 'object' && address !== null ? address.port : config.PORT;
  };
  if (tokens.development !== null)
    addIssuerRoutes(app, { ...tokens.development, port: portOf, people: await loadPeople() });
  await options.addRoutes?.(app);

  return {
    app,
    counts,
    ask: createAskInProcess({
      server,
      seal,
      admit: (source) => theDocuments().admit(source),
      today,
      operationTimeout: config.OPERATION_TIMEOUT,
    }),
    async listen() {
      await app.listen({ host: config.HOST, port: config.PORT });
      return `http://localhost:${portOf()}`;
    },
    async stop() {
      isStopping = true;
      await drain(app);
      await following?.stop();
      await server.stop();
    },
  };
};
