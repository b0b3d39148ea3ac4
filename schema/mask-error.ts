import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, type ErrorDetails } from './errors.ts';

const DETAIL_KEYS = [
  'field',
  'reason',
  'requiredAssurance',
  'missing',
  'next',
  'retryable',
  'retryAfter',
  'errorId',
] as const;
const codes: ReadonlySet<unknown> = new Set(ERROR_CODES);

const HIDDEN = 'Something went wrong.';

/** Codes that graphql-js and Apollo give to documents that are wrong in themselves. */
const DOCUMENT_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const details = (extensions: Readonly<Record<string, unknown>>): ErrorDetails =>
  Object.fromEntries(DETAIL_KEYS.flatMap((key) => (extensions[key] === undefined ? [] : [[key, extensions[key]]])));

const place = (error: GraphQLFormattedError) => ({
  ...(error.locations === undefined ? {} : { locations: error.locations }),
  ...(error.path === undefined ? {} : { path: error.path }),
});

/**
 * What of an error a client may see, in every tier: a message only under a code of the closed list, and no other key
 * than ErrorDetails'. Anything else becomes INTERNAL with an `errorId`, under which `report` receives the cause.
 */
export const maskError = (
  error: GraphQLFormattedError,
  cause: unknown,
  report: (errorId: string, cause: unknown) => void,
): GraphQLFormattedError => {
  const extensions = error.extensions ?? {};
  const code = extensions['code'];
  if (codes.has(code) && code !== 'INTERNAL') {
    return { message: error.message, ...place(error), extensions: { code, ...details(extensions) } };
  }
  const isOfDocument =
    DOCUMENT_CODES.has(code) ||
    (cause instanceof GraphQLError && cause.originalError === undefined && code === undefined);
  if (isOfDocument) {
    return { message: error.message, ...place(error), extensions: { code: 'BAD_USER_INPUT', reason: 'DOCUMENT' } };
  }
  if (code === 'INTERNAL' && typeof extensions['errorId'] === 'string') {
    return { message: HIDDEN, ...place(error), extensions: { code, errorId: extensions['errorId'] } };
  }
  const errorId = randomUUID();
  report(errorId, cause);
  return { message: HIDDEN, ...place(error), extensions: { code: 'INTERNAL', errorId } };
};
