import { badInput } from '../../schema/errors.ts';
import type { CursorCodec } from './cursor.ts';

export const MAX_PAGE = 100;

/** Arguments of a Relay connection, checked: a page of `first` rows after the keyset of `after`. */
export interface Page {
  first: number;
  after: readonly string[] | null;
}

/** A page that can tell the cursors of its rows. */
export interface CursorPage extends Page {
  toCursor: (keyset: readonly string[]) => string;
}

/** A list and how many columns it is sorted by; a cursor of one list is none of another. */
export interface Keyset {
  of: string;
  width: number;
  /** Rows when `first` is not given, 20 if not said. */
  byDefault?: number;
}

export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** Checks `first` (0 to 100) and `after` (a cursor of this list). Throws BAD_USER_INPUT. */
export type Paging = (args: PageArguments, keyset: Keyset) => CursorPage;

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const openCursor = (codec: CursorCodec, cursor: string, { of, width }: Keyset): readonly string[] => {
  const [list, ...keyset] = JSON.parse(codec.open(cursor) ?? '[]') as string[];
  if (list === of && keyset.length === width) return keyset;
  throw badInput('after', 'CURSOR', 'This cursor is not one that was given out here.');
};

/** Checks `first` (0 to 100) of a list; `byDefault` when it is not given. Throws BAD_USER_INPUT. */
export const readFirst = (first: number | null | undefined, byDefault: number): number => {
  const rows = first ?? byDefault;
  if (Number.isInteger(rows) && rows >= 0 && rows <= MAX_PAGE) return rows;
  throw badInput('first', 'RANGE', `first must be between 0 and ${MAX_PAGE}, but got: ${rows}.`);
};

/** `first` of a list that has no further pages: an argument of the field, 50 if not given. Throws BAD_USER_INPUT. */
export const readListSize = ({ first }: Pick<PageArguments, 'first'>): number => readFirst(first, 50);

export const createPaging =
  (codec: CursorCodec): Paging =>
  ({ first, after = null }, keyset) => ({
    first: readFirst(first, keyset.byDefault ?? 20),
    after: after === null ? null : openCursor(codec, after, keyset),
    toCursor: (values) => codec.seal(JSON.stringify([keyset.of, ...values])),
  });

/** Makes a connection of rows fetched with `limit first + 1`; the extra row tells that there are more. */
export const toConnection = <Row, T = Row>(
  rows: readonly Row[],
  page: CursorPage,
  keyset: (row: Row) => readonly string[],
  toNode: (row: Row) => T,
): Connection<T> => {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: page.toCursor(keyset(row)), node: toNode(row) }));
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
