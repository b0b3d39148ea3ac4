import { toConnection, type Connection, type CursorPage } from '../../kit/paging.ts';
import type { DayRange } from '../repository.ts';
import type { PageRow } from '../rows.ts';

/** The days that a list is narrowed to; an argument left out is open. */
export const toRange = (args: { from?: string | null; until?: string | null }): DayRange => ({
  from: args.from ?? null,
  until: args.until ?? null,
});

/** A connection of rows that carry their keyset. */
export const toPage = <T>(rows: readonly PageRow<T>[], page: CursorPage): Connection<T> =>
  toConnection(
    rows,
    page,
    ({ keyset }) => keyset,
    ({ row }) => row,
  );
