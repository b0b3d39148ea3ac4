import type { Experimental_DidResolveQueryPlanCallback, GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';

// Apollo's packages share these types through packages that are not ours to depend on; they are taken from what is.
export type SubgraphRequestOptions = Parameters<GraphQLDataSource['process']>[0];
export type SubgraphResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

export type GatewayInterface = ApolloServerOptionsWithGateway<object>['gateway'];
export type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
export type GatewayRequestContext = Parameters<GatewayExecutor>[0];
export type GatewayResult = Awaited<ReturnType<GatewayExecutor>>;

export type ResolvedPlan = Parameters<Experimental_DidResolveQueryPlanCallback>[0];
export type QueryPlan = ResolvedPlan['queryPlan'];
type TopNode = NonNullable<QueryPlan['node']>;
export type PlanNode = Exclude<TopNode, { kind: 'Subscription' }>;
export type FetchNode = Extract<PlanNode, { kind: 'Fetch' }>;
export type PlanSelection = NonNullable<FetchNode['requires']>[number];
