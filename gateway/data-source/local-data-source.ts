import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { OperationContext } from '../operation-context.ts';
import { traceIdOf } from '../operations/trace.ts';
import { SubgraphTimeout } from './subgraph-timeout.ts';
import { timeLeft } from './time-left.ts';

/** A subgraph in this process: what `createSubgraph` of the kit gives, as far as the gateway needs it. */
export interface LocalSubgraph {
  execute(request: {
    query: string;
    operationName?: string;
    variables?: Record<string, unknown>;
    headers: { seal?: string; operationId?: string; traceId?: string };
  }): Promise<{ data?: ExecutionResult['data']; errors?: readonly (GraphQLError | GraphQLFormattedError)[] }>;
}

const within = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SubgraphTimeout(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/** A subgraph called in process, under the same seal and the same time limits as over HTTP. */
export const createLocalDataSource = (
  subgraph: LocalSubgraph,
  { timeout = 5_000 }: { timeout?: number } = {},
): GraphQLDataSource<Partial<OperationContext>> => ({
  async process(options) {
    const { request } = options;
    const context = options.context as Partial<OperationContext>;
    const work = subgraph.execute({
      query: request.query ?? '',
      ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
      ...(request.variables === undefined ? {} : { variables: request.variables }),
      headers: {
        ...(context.seal === undefined ? {} : { seal: context.seal }),
        ...(context.operationId === undefined ? {} : { operationId: context.operationId }),
        ...(context.traceparent === undefined ? {} : { traceId: traceIdOf(context.traceparent) }),
      },
    });
    const { data, errors } = await within(work, timeLeft(context.deadline, timeout));
    const formatted = errors?.map((error) => (error instanceof GraphQLError ? error.toJSON() : error));
    return {
      ...(data === undefined ? {} : { data }),
      ...(formatted === undefined ? {} : { errors: formatted }),
    };
  },
});
