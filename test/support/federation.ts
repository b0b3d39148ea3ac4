import { composeServices } from '@apollo/composition';
import type { GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, GraphQLError, parse, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import { createFastGateway, type FastGateway } from '../../gateway/fast-path/fast-gateway.ts';
import { ApolloServer } from '@apollo/server';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requires", "@provides", "@external", "@interfaceObject", "@override", "@inaccessible"])\n';

export interface TestSubgraph {
  sdl: string;
  resolvers?: NonNullable<Parameters<typeof buildSubgraphSchema>[0]> extends infer Module
    ? Module extends { resolvers?: infer Resolvers }
      ? Resolvers
      : never
    : never;
}

export interface Federation {
  supergraphSdl: string;
  schemas: Record<string, GraphQLSchema>;
  /** Answers as an HTTP subgraph would: through JSON. */
  dataSource: (name: string) => GraphQLDataSource;
}

/** Composes subgraphs of a test; each SDL gets federation's `@link` before it. */
export const federate = (subgraphs: Readonly<Record<string, TestSubgraph>>): Federation => {
  const parsed = Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(LINK + sdl),
    resolvers,
  }));
  const { supergraphSdl, errors } = composeServices(parsed);
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  const schemas = Object.fromEntries(
    parsed.map(({ name, typeDefs, resolvers }) => [
      name,
      buildSubgraphSchema({ typeDefs, ...(resolvers === undefined ? {} : { resolvers }) }),
    ]),
  );
  const dataSource = (name: string): GraphQLDataSource => ({
    async process({ request, context }) {
      const schema = schemas[name];
      if (schema === undefined) throw new Error(`No subgraph ${name}.`);
      const result = await graphql({
        schema,
        source: request.query ?? '',
        variableValues: request.variables ?? {},
        contextValue: context,
      });
      return JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
    },
  });
  return { supergraphSdl, schemas, dataSource };
};

export interface RunningGateway {
  ask(query: string, variables?: Record<string, unknown>, operationName?: string): Promise<FormattedExecutionResult>;
  counts: FastGateway['counts'];
  stop(): Promise<void>;
}

/** Apollo Server over the gateway, asked without HTTP. */
export const runGateway = async (
  supergraphSdl: string,
  dataSource: (name: string) => GraphQLDataSource,
  options: { isFast?: boolean; context?: () => object } = {},
): Promise<RunningGateway> => {
  const { gateway, counts } = createFastGateway({
    supergraphSdl,
    dataSource: ({ name }) => dataSource(name),
    isFast: options.isFast ?? true,
  });
  const server = new ApolloServer({ gateway, logger: { debug() {}, info() {}, warn() {}, error() {} } });
  await server.start();
  return {
    async ask(query, variables = {}, operationName) {
      const { body } = await server.executeOperation(
        { query, variables, ...(operationName === undefined ? {} : { operationName }) },
        { contextValue: options.context?.() ?? {} },
      );
      if (body.kind !== 'single') throw new GraphQLError('incremental');
      return JSON.parse(JSON.stringify(body.singleResult)) as FormattedExecutionResult;
    },
    counts,
    stop: () => server.stop(),
  };
};
