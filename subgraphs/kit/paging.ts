import { badInput } from '../../schema/errors.ts';

export const MAX_PAGE = 100;

/** Arguments of a Relay connection, checked: a page of `first` rows after the keyset of `after`. */
export interface Page {
  first: number;
  after: readonly string[] | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** An opaque cursor of a keyset: the values of the sort columns, in their order. */
export const encodeCursor = (keyset: readonly string[]): string =>
  Buffer.from(JSON.stringify(keyset)).toString('base64url');

const decodeCursor = (cursor: string, width: number): readonly string[] => {
  try {
    const keyset: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keyset) && keyset.length === width && keyset.every((part) => typeof part === 'string'))
      return keyset;
  } catch {
    // Falls through to the one answer for every malformed cursor.
  }
  throw badInput('after', 'CURSOR', 'This cursor is not one that was given out here.');
};

/** Checks `first` (1 to 100) and `after` (a cursor of `width` sort columns). Throws BAD_USER_INPUT. */
export const toPage = (
  args: { first?: number | null | undefined; after?: string | null | undefined },
  width: number,
  byDefault = 20,
): Page => {
  const first = args.first ?? byDefault;
  if (!Number.isInteger(first) || first < 0 || first > MAX_PAGE) {
    throw badInput('first', 'RANGE', `first must be between 0 and ${MAX_PAGE}, but got: ${first}.`);
  }
  return { first, after: args.after === null || args.after === undefined ? null : decodeCursor(args.after, width) };
};

/** Makes a connection of rows fetched with `limit first + 1`; the extra row tells that there are more. */
export const toConnection = <Row, T = Row>(
  rows: readonly Row[],
  page: Page,
  keyset: (row: Row) => readonly string[],
  toNode: (row: Row) => T,
): Connection<T> => {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: encodeCursor(keyset(row)), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
