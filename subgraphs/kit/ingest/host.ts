import type { IdentityResolver } from '../definition.ts';
import type { Change } from '../feed/change.ts';
import type { Executor, Store } from '../store/store.ts';
import type { IngestHooks } from './hooks.ts';
import type { Manifest } from './manifest.ts';

/** Locks ids of persons for the transaction and finds under which each lives on: another's after a merge, null when erased. */
export type FindLiving<DB> = (
  executor: Executor<DB>,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string | null>>;

/** What a registry hands to its ingest. */
export interface IngestHost<DB> {
  store: Store<DB>;
  identities: IdentityResolver;
  findLiving: FindLiving<DB>;
  clock: () => Date;
  /** Where pushed drops are spooled. */
  dataFolder: string;
  /** Writes changes to the outbox, with what directories are to know, and to the registry's own directory. */
  record(executor: Executor<DB>, changes: readonly Change[]): Promise<void>;
  hooks?: IngestHooks<DB>;
  /** Rows of a transaction; 1,000, which keeps readers of the embedded store waiting for some tens of milliseconds. */
  chunkRows?: number;
}

export interface IngestOptions {
  /** Said by flags or headers; stands above the file's own manifest. */
  manifest?: Manifest;
  dryRun?: boolean;
  channel?: 'file' | 'push';
  /** The name that the batch is shown under. */
  fileName?: string;
  /** Called after each chunk is durable. */
  onProgress?(progress: { rows: number; share: number }): void;
  /** Ends the ingest after the chunk that is being written; started again it goes on from there. */
  signal?: AbortSignal;
}
