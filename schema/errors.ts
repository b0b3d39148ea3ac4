import { GraphQLError } from 'graphql';

/** The closed list of error codes that a client may see. Anything else becomes INTERNAL. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'TOO_COMPLEX',
  'UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a coded error may carry beside its code; every value is fit for a client's eyes. */
export interface ErrorDetails {
  /** BAD_USER_INPUT: the argument or input field that is wrong. */
  field?: string;
  /** BAD_USER_INPUT: a machine-readable reason. */
  reason?: string;
  /** FORBIDDEN: the sign-in level that is asked for. */
  requiredAssurance?: number;
  /** FORBIDDEN: what is missing, e.g. `purpose`, `district:310101`, `grant:Citizen.phone`. */
  missing?: string;
  /** CONFLICT: what would work instead: acts by the name of their mutation, or ids of free slots. */
  next?: readonly string[];
  /** UNAVAILABLE: whether the same request may succeed later. */
  retryable?: boolean;
  /** RATE_LIMITED: seconds to wait. */
  retryAfter?: number;
  /** INTERNAL: the id under which the cause is logged. */
  errorId?: string;
}

/** The one error that resolvers throw. Its message reaches the client as it is, so it never names data. */
export class AppError extends GraphQLError {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { extensions: { code, ...details } });
    this.name = 'AppError';
    this.code = code;
  }
}

/** NOT_FOUND in the words that all doors share, so that nobody learns from them whether a thing exists. */
export const notFound = (): AppError => new AppError('NOT_FOUND', 'Not found, or not for you to see.');

export const unauthenticated = (): AppError => new AppError('UNAUTHENTICATED', 'Sign in to see this.');

export const badInput = (field: string, reason: string, message: string): AppError =>
  new AppError('BAD_USER_INPUT', message, { field, reason });

export const unavailable = (): AppError =>
  new AppError('UNAVAILABLE', 'This part is unavailable for the moment.', { retryable: true });
