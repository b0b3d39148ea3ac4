import { DatabaseError } from 'pg';

/** The database could not be reached, or was lost under a statement: the same may succeed later. */
export class StoreOutage extends Error {
  override readonly name = 'StoreOutage';
}

/** SQLSTATE classes and codes of a server that goes or is going: connection exception, shutdown, crash, starting. */
const SERVER_GOES = /^(08|57P0[123])/;
const SOCKET_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** What `pg` says of a connection that ended, without a code. */
const CONNECTION_ENDED = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/** Whether a statement failed because its connection did. */
export const isConnectionLoss = (cause: unknown): boolean => {
  if (cause instanceof DatabaseError) return SERVER_GOES.test(cause.code ?? '');
  if (!(cause instanceof Error)) return false;
  return SOCKET_CODES.has((cause as NodeJS.ErrnoException).code) || CONNECTION_ENDED.test(cause.message);
};

/** Whether an outage stands behind an error, however GraphQL or a caller wrapped it. */
export const hasOutageBehind = (error: unknown): boolean => {
  if (error instanceof StoreOutage) return true;
  if (!(error instanceof Error)) return false;
  const wrapped = 'originalError' in error ? error.originalError : error.cause;
  return wrapped !== undefined && wrapped !== error && hasOutageBehind(wrapped);
};
