import type { GraphQLDataSource } from '@apollo/gateway';
import { AppError, unavailable } from '../../schema/errors.ts';
import type { SubgraphResponse } from '../apollo-types.ts';
import type { OperationContext } from '../operation-context.ts';
import { answerFor, isExplaining, isOwnRoot } from './lost-answer.ts';
import { createRootReader, type SelectedField } from './selected-roots.ts';
import { SubgraphTimeout } from './subgraph-timeout.ts';

/** Called with the cause of each loss that the subgraph does not explain, for the log; the client learns its code only. */
export type LossReport = (cause: unknown, context: OperationContext) => void;

const reasonOf = (cause: unknown): AppError =>
  cause instanceof SubgraphTimeout
    ? new AppError('TIMEOUT', 'This part took too long to answer.', { retryable: true })
    : unavailable();

const isMissing = (value: unknown): boolean => value === null || value === undefined;

/**
 * A subgraph whose failure is its own: when it is down, late, or has nothing to say of the signed-in citizen, its
 * part of the answer is null with a coded error at its path, and everybody else's part stands.
 */
export const answerInItsPlace = (
  subgraph: GraphQLDataSource<OperationContext>,
  report: LossReport,
): GraphQLDataSource<OperationContext> => {
  const readRoots = createRootReader();

  const lostRoots = (
    roots: readonly SelectedField[],
    { data }: SubgraphResponse,
    context: OperationContext,
    representations: readonly unknown[],
  ): SelectedField[] =>
    roots.filter((field) => {
      if (data === null || data === undefined) return true;
      const value: unknown = data[field.key];
      if (field.name !== '_entities') return isMissing(value) && isOwnRoot(field, context.viewer);
      return !Array.isArray(value) || value.length !== representations.length;
    });

  return {
    async process(options) {
      if (!('incomingRequestContext' in options)) return subgraph.process(options);
      const { request, context } = options;
      let answer: SubgraphResponse = {};
      let cause: unknown = null;
      try {
        answer = await subgraph.process(options);
      } catch (error) {
        cause = error;
      }
      const variables = request.variables ?? {};
      const representations: unknown = variables['representations'];
      const entities: readonly unknown[] = Array.isArray(representations) ? representations : [];
      const roots = lostRoots(readRoots(request.query ?? '', variables), answer, context, entities);
      if (roots.length === 0) return answer;
      const loss = { roots, viewer: context.viewer, representations: entities, answer, reason: reasonOf(cause) };
      const { answer: inPlace, isUnexplained } = answerFor(loss);
      const said = answer.errors?.filter((error) => !isExplaining(error)) ?? [];
      if (isUnexplained) report(cause ?? (said.length > 0 ? said : new Error('The answer is null.')), context);
      return inPlace;
    },
  };
};
