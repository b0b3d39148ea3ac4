import type { ApolloServerPlugin } from '@apollo/server';
import { codeOf, statusOf } from './errors.ts';
import { checkOperation, type OperationRules } from './limits/check-operation.ts';
import type { DocumentNode } from 'graphql';
import type { AdmittedDocument } from './limits/documents.ts';
import type { OperationContext } from './operation-context.ts';

/** Apollo's hooks, tied to the plain functions that do the work. */
export const createOperationPlugin = (
  find: (document: DocumentNode) => AdmittedDocument | undefined,
  rules: OperationRules,
): ApolloServerPlugin<OperationContext> => {
  const listener = {
    didResolveOperation: ({ document, operation, operationName, request, contextValue }) => {
      contextValue.outcome.kind = operation?.operation ?? 'none';
      contextValue.outcome.name = operationName;
      const admitted = find(document);
      if (admitted === undefined) return Promise.reject(new Error('The document was not admitted.'));
      try {
        checkOperation(admitted, request.operationName, request.variables ?? {}, contextValue.viewer, rules);
        return Promise.resolve();
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error('The operation was refused.'));
      }
    },
    willSendResponse: ({ response, contextValue }) => {
      if (response.body.kind === 'single') {
        const { data, errors } = response.body.singleResult;
        const first = errors?.[0];
        if (first === undefined) contextValue.outcome.code = 'OK';
        else {
          contextValue.outcome.code = data ? 'PARTIAL' : codeOf(first);
          // Apollo says 500 where nobody said otherwise.
          const isUnsaid = response.http.status === undefined || response.http.status === 500;
          if (data === undefined && isUnsaid) response.http.status = statusOf(errors ?? []);
        }
      }
      return Promise.resolve();
    },
  } satisfies Awaited<ReturnType<NonNullable<ApolloServerPlugin<OperationContext>['requestDidStart']>>>;
  return { requestDidStart: () => Promise.resolve(listener) };
};
