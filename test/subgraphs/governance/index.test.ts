import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import { createGovernance, type GovernanceDB } from '../../../subgraphs/governance/index.ts';
import { createMemoryFeed } from '../../../subgraphs/kit/feed/memory-feed.ts';
import type { Database } from '../../../subgraphs/kit/store/database.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import type { Subgraph } from '../../../subgraphs/kit/subgraph.ts';
import { openTestDatabase } from '../../support/stores.ts';

describe('governance', () => {
  let database: Database;
  let store: Store<GovernanceDB>;
  let subgraph: Subgraph;
  beforeAll(async () => {
    database = await openTestDatabase();
    store = database.store<GovernanceDB>('governance');
    const log = pino({ level: 'silent' });
    subgraph = createGovernance({
      store,
      log,
      feed: createMemoryFeed({ log }),
      clock: () => new Date(),
      openSeal: () => Promise.reject(new Error('Nobody asks.')),
      catalogue: loadCatalogue(),
      identities: { resolve: () => Promise.resolve([]) },
      dataFolder: '',
    });
    await subgraph.migrate();
  }, 60_000);
  afterAll(() => database.close());

  it('is ready as long as nothing waits for the access log for over a minute', async () => {
    const add = (sequence: string, received: string) =>
      store.transaction({ holder: 'test' }, (executor) =>
        sql`insert into governance.access_reading (operation_id, subject, registry, sequence, items, reader, read_at, received_at)
          values ('op', 'c1_lin', 'personal', ${sequence}, '{Citizen.name}', '{}', now(), now() - ${received}::interval)`.execute(
          executor,
        ),
      );
    await subgraph.ready();
    await add('1', '30 seconds');
    await subgraph.ready();
    await add('2', '2 minutes');
    await expect(subgraph.ready()).rejects.toThrow('1 readings wait to be appended to the access log');
  });
});
