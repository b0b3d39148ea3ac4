import type { Store } from './store.ts';

/** What holds the registries: each has a schema of its own in it. */
export interface Database {
  readonly engine: Store<unknown>['engine'];
  /** The registry's store. Its `close` leaves the database open for the others. */
  store<DB>(schema: string): Store<DB>;
  close(): Promise<void>;
}
