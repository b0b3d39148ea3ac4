import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { GatewayInterface } from './apollo-types.ts';

export interface ApolloOptions<Context extends object> {
  gateway: GatewayInterface;
  log: Logger;
  isSchemaOpen: boolean;
  plugins?: NonNullable<ApolloServerOptions<Context>['plugins']>;
  formatError?: NonNullable<ApolloServerOptions<Context>['formatError']>;
  documentStore?: NonNullable<ApolloServerOptions<Context>['documentStore']>;
}

/** Apollo Server with nothing that reports elsewhere, stores without bound or renders pages. */
export const createApolloServer = <Context extends object>(options: ApolloOptions<Context>): ApolloServer<Context> => {
  const { gateway, log, isSchemaOpen, plugins = [], formatError, documentStore } = options;
  return new ApolloServer<Context>({
    gateway,
    logger: log,
    // Introspection by role is the gateway's own rule.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !isSchemaOpen,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    cache: 'bounded',
    plugins: [
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
    ],
    ...(formatError === undefined ? {} : { formatError }),
    ...(documentStore === undefined ? {} : { documentStore }),
  });
};
