import { beforeAll } from '@jest/globals';
import { migrate } from '../../subgraphs/kit/migrate.ts';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import { migrations } from '../../tagging/migrations/index.ts';
import type { TaggingDB } from '../../tagging/repository.ts';
import { eachEngine } from '../support/stores.ts';

/** Runs the suite on the tables of tags, on each engine there is; the store is open from the first hook on. */
export const eachTaggingStore = (suite: (store: () => Store<TaggingDB>) => void): void =>
  eachEngine((database) => {
    let store: Store<TaggingDB>;
    beforeAll(async () => {
      store = database().store<TaggingDB>('tagging');
      await migrate(store, migrations);
    }, 60_000);
    suite(() => store);
  });
