import type { Executor } from '../store/store.ts';
import type { ReasonCode } from './reasons.ts';

/**
 * Makes one field of several columns; texts are trimmed, null where empty, `columns` their headers. Null: nothing; a code in
 * `reject`: quarantine.
 */
export type ColumnHook = (
  texts: readonly (string | null)[],
  columns: readonly string[],
) => string | null | { reject: ReasonCode };

/** A row between its checks and its table, for `prepare`. Fields are named as in `field` (`column` or `table.column`). */
export interface PreparedRow {
  readonly line: number;
  get(field: string): string | null;
  set(field: string, value: string | null): void;
  /** Sets the row aside; the others go on. */
  reject(code: ReasonCode, column: string | null): void;
}

/** Runs inside the chunk's transaction before staging, e.g. to mint ids. Must be idempotent for the same rows. */
export type PrepareHook<DB> = (
  rows: readonly PreparedRow[],
  context: { executor: Executor<DB>; source: string; date: string },
) => Promise<void>;

/** Staged rows that differ from what the first table still holds, by `ordinal` of the temporary table `stage`. */
export interface DifferingRows<DB> {
  executor: Executor<DB>;
  stage: string;
  ordinals: readonly number[];
  /** The civil day that the drop tells of. */
  date: string;
}

/** Runs inside the chunk's transaction before rows are overwritten, e.g. to keep what they were. */
export type BeforeWriteHook<DB> = (rows: DifferingRows<DB>) => Promise<void>;

/** The functions that declarations of a registry name. */
export interface IngestHooks<DB> {
  columns?: Readonly<Record<string, ColumnHook>>;
  prepare?: Readonly<Record<string, PrepareHook<DB>>>;
  beforeWrite?: Readonly<Record<string, BeforeWriteHook<DB>>>;
}
