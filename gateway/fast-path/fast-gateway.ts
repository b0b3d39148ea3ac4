import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { buildASTSchema, getVariableValues, GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type {
  GatewayExecutor,
  GatewayInterface,
  GatewayRequestContext,
  GatewayResult,
  ResolvedPlan,
} from '../apollo-types.ts';
import { disableApolloTelemetry } from '../config.ts';
import { checkCoverage } from './check-coverage.ts';
import { compilePlan, type PlanRun } from './compile-plan.ts';
import { compileShape, type Shape } from './compile-shape.ts';
import { readConditions, type Conditions, type Truths } from './conditions.ts';
import { NotCovered } from './not-covered.ts';

/** Apollo tells of its mode and version at each start. */
const nothing = () => undefined;
const QUIET = { debug: nothing, info: nothing, warn: nothing, error: console.error };

interface Compiled {
  conditions: Conditions;
  run: (run: PlanRun) => Promise<void>;
  shapeFor: (truths: Truths) => Shape;
}

export interface FastGatewayOptions {
  supergraphSdl: string;
  dataSource: (subgraph: { name: string; url?: string | undefined }) => GraphQLDataSource;
  /** `false`: everything on the stock executor. */
  isFast?: boolean;
}

export interface FastGateway {
  gateway: GatewayInterface;
  /** How operations were executed so far. */
  counts: Readonly<{ fast: number; stock: number }>;
}

const compile = (
  { queryPlan, serviceMap, requestContext, operationContext }: ResolvedPlan,
  supergraph: GraphQLSchema,
): Compiled => {
  const { document } = requestContext;
  const { operation, schema } = operationContext;
  checkCoverage(document);
  const conditions = readConditions(document, operation);
  const shapes = new Map<Truths, Shape>();
  const shapeFor = (truths: Truths): Shape => {
    let shape = shapes.get(truths);
    if (shape === undefined)
      shapes.set(truths, (shape = compileShape(schema, document, operation, conditions, truths)));
    return shape;
  };
  return {
    conditions,
    shapeFor,
    run: compilePlan(queryPlan, { schema: supergraph, dataSources: serviceMap, conditions }),
  };
};

const toErrorResult = (error: unknown): GatewayResult => ({
  errors: [
    error instanceof GraphQLError
      ? error
      : new GraphQLError(error instanceof Error ? error.message : 'Unexpected error during query plan execution'),
  ],
});

const shaped = (shape: Shape, run: PlanRun): GatewayResult => {
  try {
    const { data, errors } = shape(run.data);
    if (run.errors.length > 0) return { errors: run.errors as GraphQLError[], data };
    return errors.length > 0 ? { data, extensions: { valueCompletion: errors } } : { data };
  } catch (error) {
    return toErrorResult(error);
  }
};

const execute = async (
  compiled: Compiled,
  request: GatewayRequestContext,
  schema: GraphQLSchema,
): Promise<GatewayResult> => {
  const variables = request.request.variables ?? {};
  const definitions = request.operation.variableDefinitions ?? [];
  if (definitions.length > 0) {
    const { errors } = getVariableValues(schema, definitions, variables);
    if (errors !== undefined) return { errors };
  }
  const truths = compiled.conditions.read(variables);
  const run: PlanRun = { data: {}, errors: [], variables, truths, request };
  await compiled.run(run);
  return shaped(compiled.shapeFor(truths), run);
};

/**
 * Apollo Gateway with a second executor: each operation's plan, made by Apollo's planner on its first request, is
 * compiled into closures that later requests run. What is not covered (introspection, rewrites for
 * `@interfaceObject`, `@defer`) is found out while compiling and stays with the stock executor.
 */
export const createFastGateway = ({ supergraphSdl, dataSource, isFast = true }: FastGatewayOptions): FastGateway => {
  const compiled = new WeakMap<DocumentNode, Map<string, Compiled | null>>();
  const counts = { fast: 0, stock: 0 };
  const supergraph = buildASTSchema(parse(supergraphSdl), { assumeValid: true });

  const remember = (plan: ResolvedPlan): void => {
    const { document, request } = plan.requestContext;
    let byName = compiled.get(document);
    if (byName === undefined) compiled.set(document, (byName = new Map<string, Compiled | null>()));
    const name = request.operationName ?? '';
    if (byName.has(name)) return;
    try {
      byName.set(name, compile(plan, supergraph));
    } catch (error) {
      byName.set(name, null);
      if (!(error instanceof NotCovered)) throw error;
    }
  };

  disableApolloTelemetry();
  const stock = new ApolloGateway({
    logger: QUIET,
    supergraphSdl,
    buildService: ({ name, url }) => dataSource({ name, url }),
    ...(isFast ? { experimental_didResolveQueryPlan: remember } : {}),
  });

  const load: GatewayInterface['load'] = async (options) => {
    const loaded = await stock.load(options);
    const executor: GatewayExecutor = async (request) => {
      const fast = compiled.get(request.document)?.get(request.request.operationName ?? '');
      if (fast !== undefined && fast !== null) {
        counts.fast++;
        return execute(fast, request, loaded.schema);
      }
      counts.stock++;
      return loaded.executor(request);
    };
    return { executor };
  };

  return {
    gateway: {
      load,
      onSchemaLoadOrUpdate: (callback) => stock.onSchemaLoadOrUpdate(callback),
      stop: () => stock.stop(),
    },
    counts,
  };
};
