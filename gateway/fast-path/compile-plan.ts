import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type {
  FetchNode,
  GatewayRequestContext,
  PlanNode,
  QueryPlan,
  SubgraphRequestOptions,
  SubgraphResponse,
} from '../apollo-types.ts';
import type { Conditions, Truths } from './conditions.ts';
import { entitiesAt, type Place } from './entities-at.ts';
import { isJsonObject, merge, type JsonObject } from './merge.ts';
import { NotCovered } from './not-covered.ts';
import { compileRequires } from './representation.ts';

/** One run of a plan: what has come in so far. */
export interface PlanRun {
  data: JsonObject;
  errors: unknown[];
  variables: Readonly<Record<string, unknown>>;
  truths: Truths;
  request: GatewayRequestContext;
}

/** Apollo's enum of this is a type only. */
const INCOMING_OPERATION = 'incoming operation' as unknown as Extract<
  SubgraphRequestOptions,
  { pathInIncomingRequest?: unknown }
>['kind'];

type Step = (run: PlanRun) => Promise<void>;
type Path = readonly (string | number)[];

export interface PlanSurroundings {
  schema: GraphQLSchema;
  dataSources: Readonly<Record<string, GraphQLDataSource>>;
  conditions: Conditions;
}

const toDownstreamError = (error: GraphQLFormattedError, serviceName: string, path: Path | undefined): GraphQLError =>
  new GraphQLError(
    error.message === '' ? `Error while fetching subquery from service "${serviceName}"` : error.message,
    {
      originalError: error as Error,
      ...(path === undefined ? {} : { path }),
      extensions: { ...error.extensions, code: error.extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR', serviceName },
    },
  );

const entityPath = (path: Path, places: readonly Place[]): Path => {
  const index = path[1];
  return [...((typeof index === 'number' ? places[index]?.path : undefined) ?? []), ...path.slice(2)];
};

const entitiesOf = (answer: SubgraphResponse, expected: number): readonly unknown[] => {
  const entities: unknown = answer.data?.['_entities'];
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== expected) throw new Error(`Expected "data._entities" to contain ${expected} elements`);
  return entities;
};

const compileFetch = (node: FetchNode, planPath: Path, { schema, dataSources }: PlanSurroundings): Step => {
  const { serviceName } = node;
  if (node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length) {
    throw new NotCovered('a plan with rewrites');
  }
  const dataSource = dataSources[serviceName];
  if (dataSource === undefined) throw new NotCovered(`an unknown subgraph ${serviceName}`);
  const variableNames = node.variableUsages ?? [];
  if (variableNames.includes('representations')) throw new NotCovered('a variable of the name $representations');
  const pick = node.requires === undefined ? null : compileRequires(node.requires, schema);

  const ask = (run: PlanRun, representations?: readonly JsonObject[]): Promise<SubgraphResponse> => {
    const variables: JsonObject = {};
    for (const name of variableNames) {
      const value = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined;
      if (value !== undefined) variables[name] = value;
    }
    if (representations !== undefined) variables['representations'] = representations;
    return dataSource.process({
      kind: INCOMING_OPERATION,
      request: {
        query: node.operation,
        variables,
        ...(node.operationName === undefined ? {} : { operationName: node.operationName }),
      },
      incomingRequestContext: run.request,
      context: run.request.context,
      ...(node.operationDocumentNode === undefined ? {} : { document: node.operationDocumentNode }),
      pathInIncomingRequest: [...planPath],
    });
  };

  const fetchRoot: Step = async (run) => {
    const places = entitiesAt(run.data, planPath);
    if (places.length === 0) return;
    const answer = await ask(run);
    for (const error of answer.errors ?? []) {
      run.errors.push(toDownstreamError(error, serviceName, error.path && [...planPath, ...error.path]));
    }
    if (isJsonObject(answer.data)) for (const { entity } of places) merge(entity, answer.data);
  };

  const fetchEntities = (pickFrom: NonNullable<typeof pick>): Step => {
    return async (run) => {
      const places: Place[] = [];
      const representations: JsonObject[] = [];
      for (const place of entitiesAt(run.data, planPath)) {
        const representation = pickFrom(place.entity);
        if (!representation?.['__typename']) continue;
        places.push(place);
        representations.push(representation);
      }
      if (places.length === 0) return;
      const answer = await ask(run, representations);
      for (const error of answer.errors ?? []) {
        const isOfEntity = typeof error.path?.[1] === 'number';
        const path = error.path && (isOfEntity ? entityPath(error.path, places) : [...planPath, ...error.path]);
        run.errors.push(toDownstreamError(error, serviceName, path));
      }
      if (!answer.data) return;
      entitiesOf(answer, places.length).forEach((received, index) => {
        const place = places[index];
        if (place === undefined || !isJsonObject(received)) return;
        if (!received['__typename']) received['__typename'] = place.entity['__typename'];
        merge(place.entity, received);
      });
    };
  };

  const fetch = pick === null ? fetchRoot : fetchEntities(pick);
  return async (run) => {
    try {
      await fetch(run);
    } catch (error) {
      run.errors.push(error);
    }
  };
};

const compileNode = (node: PlanNode, path: Path, surroundings: PlanSurroundings): Step => {
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(child, path, surroundings));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(child, path, surroundings));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], surroundings);
    case 'Fetch':
      return compileFetch(node, path, surroundings);
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const whenTrue = ifClause && compileNode(ifClause, path, surroundings);
      const whenFalse = elseClause && compileNode(elseClause, path, surroundings);
      return async (run) => {
        await (surroundings.conditions.isTrue(condition, run.truths) ? whenTrue : whenFalse)?.(run);
      };
    }
    case 'Defer':
      throw new NotCovered('@defer');
  }
};

/** Compiles a query plan into closures. Throws NotCovered for what is left to the stock executor. */
export const compilePlan = ({ node }: QueryPlan, surroundings: PlanSurroundings): Step => {
  if (node === undefined) return () => Promise.resolve();
  if (node.kind === 'Subscription') throw new NotCovered('a subscription');
  return compileNode(node, [], surroundings);
};
