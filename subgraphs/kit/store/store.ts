import type { Readable } from 'node:stream';
import type { Kysely, QueryExecutorProvider } from 'kysely';

/**
 * What a repository works with: a leased connection, or a transaction. Tables of a registry stand in the
 * schema of its name; `Executor` is already bound to it (`withSchema`), raw SQL names it by `sql.table`.
 */
export type Executor<DB> = Kysely<DB>;

export interface LeaseOptions {
  /** Who holds the connection; named when somebody waits for it too long, e.g. `personal.citizens`. */
  holder: string;
  /** `bulk` lets every waiting `interactive` lease pass first. Default `interactive`. */
  priority?: 'interactive' | 'bulk';
}

/**
 * A registry's database. Two implementations: PGlite in a worker thread, PostgreSQL over `pg`.
 * Acquisition times out after 5 s with an Error that names the holder.
 */
export interface Store<DB> {
  readonly engine: 'pglite' | 'postgres';
  /** The schema that holds the registry's tables, the subgraph's name. */
  readonly schema: string;
  /** Runs statements outside a transaction; the executor must not be used after the promise settles. */
  read<T>(options: LeaseOptions, work: (executor: Executor<DB>) => Promise<T>): Promise<T>;
  /** Runs all or nothing. Not re-entrant: what is inside passes its executor on. */
  transaction<T>(options: LeaseOptions, work: (executor: Executor<DB>) => Promise<T>): Promise<T>;
  /**
   * COPY … FROM STDIN in text format into a table of this registry's schema (temporary tables: unqualified), on the
   * connection of the transaction that `executor` belongs to. Resolves to the number of rows copied.
   */
  copyFrom(executor: QueryExecutorProvider, copy: CopyTarget, text: Readable | string): Promise<number>;
  close(): Promise<void>;
}

export interface CopyTarget {
  table: string;
  columns: readonly string[];
  temporary?: boolean;
}
