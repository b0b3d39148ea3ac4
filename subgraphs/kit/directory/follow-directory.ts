import type { Feed, Subscription } from '../feed/feed.ts';
import type { Store } from '../store/store.ts';
import type { SqlDirectory } from './sql-directory.ts';

export interface FollowOptions<DB> {
  feed: Feed;
  store: Store<DB>;
  directory: SqlDirectory;
  /** The other registries whose changes must be known to be fresh; see `Subscription.lag`. */
  registries?: readonly string[];
}

/** The name of the consumer group that keeps a registry's directory. */
export const directoryGroup = (schema: string): string => `${schema}.directory`;

/** Keeps the directory of a registry from the feed, and tells it how far behind it is. */
export function followDirectory<DB>({ feed, store, directory, registries }: FollowOptions<DB>): Subscription {
  const holder = directoryGroup(store.schema);
  const subscription = feed.subscribe(
    holder,
    async (events) => {
      await store.transaction({ holder }, (executor) => directory.apply(executor, events));
    },
    registries ? { registries } : {},
  );
  directory.follow(subscription);
  return subscription;
}
