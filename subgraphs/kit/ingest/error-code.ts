/** The `code` of an error of Node, zlib or PostgreSQL, else an empty string. */
export const errorCodeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
