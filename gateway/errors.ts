import { Kind, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError, ERROR_CODES, type ErrorCode } from '../schema/errors.ts';
import { maskError } from '../schema/mask-error.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL: 500,
};

interface Coded {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

const isErrorCode = (code: unknown): code is ErrorCode => (ERROR_CODES as readonly unknown[]).includes(code);

export const codeOf = ({ extensions }: Coded): ErrorCode => {
  const code = extensions?.['code'];
  return isErrorCode(code) ? code : 'INTERNAL';
};

/** The HTTP status of an answer without data; one with data, however partial, is 200. */
export const statusOf = (errors: readonly GraphQLFormattedError[]): number =>
  errors[0] === undefined ? 200 : STATUS[codeOf(errors[0])];

const MAX_ERRORS = 100;

/**
 * The errors of one answer, at most a hundred: beyond it the first of each code that is not among them, and one that says
 * how many were left out. Where that one
 * stands, a null without an error may be one that was refused.
 */
export const capErrors = (errors: readonly GraphQLError[]): readonly GraphQLError[] => {
  if (errors.length <= MAX_ERRORS) return errors;
  const kept = errors.slice(0, MAX_ERRORS);
  const codes = new Set(kept.map((error) => codeOf(error)));
  for (const error of errors.slice(MAX_ERRORS)) {
    const code = codeOf(error);
    if (!codes.has(code)) kept.push(error);
    codes.add(code);
  }
  const rest = errors.length - kept.length;
  return [...kept, new AppError('TOO_COMPLEX', `${rest} more errors are left out.`, { reason: 'ERRORS' })];
};

export type ErrorReport = (errorId: string, cause: unknown) => void;

const ofVariable = (error: GraphQLError | undefined): { field: string; reason: string } | null => {
  const [node, ...others] = error?.nodes ?? [];
  return node?.kind === Kind.VARIABLE_DEFINITION && others.length === 0
    ? { field: node.variable.name.value, reason: 'VARIABLE' }
    : null;
};

/**
 * Apollo Server's `formatError`: an allow-list (see maskError). The words of an INTERNAL error are never passed on,
 * not even a subgraph's, and a malformed variable is named.
 */
export const createErrorFormat = (report: ErrorReport) => {
  return (formatted: GraphQLFormattedError, cause: unknown): GraphQLFormattedError => {
    const error = cause as Partial<GraphQLError> | null;
    const variable = formatted.extensions?.['code'] === 'BAD_USER_INPUT' ? ofVariable(error as GraphQLError) : null;
    const masked = maskError(formatted, cause, report);
    if (variable !== null) return { ...masked, extensions: { ...masked.extensions, ...variable } };
    return codeOf(masked) === 'INTERNAL' ? { ...masked, message: 'Something went wrong.' } : masked;
  };
};

export const toFormatted = (error: AppError): GraphQLFormattedError => ({
  message: error.message,
  extensions: { ...error.extensions },
});
