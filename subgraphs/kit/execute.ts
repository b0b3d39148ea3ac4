import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { unavailable } from '../../schema/errors.ts';
import { maskError } from '../../schema/mask-error.ts';
import { checkLiterals, checkTexts, checkVariables } from '../../schema/texts.ts';
import { hasOutageBehind } from './store/outage.ts';

/** One GraphQL request to a subgraph, with the headers that matter already taken out. */
export interface SubgraphRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
  headers: RequestHeaders;
}

export interface RequestHeaders {
  /** `x-onefile-viewer`: the sealed viewer. */
  seal?: string | undefined;
  /** `x-onefile-operation`: the gateway's id of the operation. */
  operationId?: string | undefined;
  /** The trace id of `traceparent`. */
  traceId?: string | undefined;
}

export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

export interface ExecutorParts<C> {
  schema: GraphQLSchema;
  /** Opens the seal and makes the request's context. Rejects with a coded error. */
  createContext: (headers: RequestHeaders) => Promise<C>;
  /** Runs after execution and before the answer leaves; when it rejects, so does the answer. */
  settle: (context: C) => Promise<void>;
  reportCause: (errorId: string, cause: unknown) => void;
}

const MAX_DOCUMENTS = 2_000;

/** A subgraph's executor over documents parsed and validated once. It never throws: what goes wrong is in `errors`. */
export const createExecutor = <C>({ schema, createContext, settle, reportCause }: ExecutorParts<C>) => {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });

  const getDocument = (query: string): DocumentNode => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query);
    checkLiterals(document);
    const [problem] = validate(schema, document);
    if (problem !== undefined) throw problem;
    documents.set(query, document);
    return document;
  };

  /** A database that is away is no fault of the request. */
  const toFormatted = (error: GraphQLError, cause: unknown): GraphQLFormattedError =>
    hasOutageBehind(cause)
      ? { ...error.toJSON(), message: unavailable().message, extensions: { ...unavailable().extensions } }
      : maskError(error.toJSON(), cause, reportCause);

  /** One line in the log, however many fields an outage took. */
  const reportOutage = (causes: readonly unknown[]) => {
    const cause = causes.find(hasOutageBehind);
    if (cause !== undefined) reportCause('outage', cause);
  };

  const toAnswer = ({ data, errors }: ExecutionResult): SubgraphAnswer => {
    reportOutage(errors ?? []);
    return {
      ...(data === undefined ? {} : { data }),
      ...(errors === undefined ? {} : { errors: errors.map((error) => toFormatted(error, error)) }),
    };
  };

  const refuse = (cause: unknown): SubgraphAnswer => {
    const error =
      cause instanceof GraphQLError
        ? cause
        : new GraphQLError('', { originalError: cause instanceof Error ? cause : null });
    reportOutage([cause]);
    return { data: null, errors: [toFormatted(error, cause)] };
  };

  return async (request: SubgraphRequest): Promise<SubgraphAnswer> => {
    try {
      const context = await createContext(request.headers);
      checkVariables(request.variables ?? {});
      checkTexts('operationName', request.operationName);
      const result = await execute({
        schema,
        document: getDocument(request.query),
        contextValue: context,
        variableValues: request.variables,
        operationName: request.operationName,
      });
      await settle(context).catch((cause: unknown) => {
        reportCause('settle', cause);
        throw unavailable();
      });
      return toAnswer(result);
    } catch (cause) {
      return refuse(cause);
    }
  };
};
