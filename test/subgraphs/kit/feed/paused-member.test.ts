import { expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { DirectoryEntry } from '../../../../subgraphs/kit/directory/directory.ts';
import { createDirectory } from '../../../../subgraphs/kit/directory/sql-directory.ts';
import { createRedisFeed } from '../../../../subgraphs/kit/feed/redis-feed.ts';
import { createPostgresDatabase } from '../../../../subgraphs/kit/store/postgres-database.ts';
import { createScratchPostgres, describeWithPostgres, describeWithRedis } from '../../../support/servers.ts';
import { anEvent, createOutbox, quiet, until } from './harness.ts';
import { newPrefix, wipe } from './redis-proxy.ts';
import { createRegistry } from './registry.ts';
import { districtOn } from '../../../../subgraphs/kit/directory/district.ts';
import { homeIn } from '../../../support/homes.ts';

const livesIn = (district: string): DirectoryEntry => ({
  kind: 'citizen',
  subject: 'c1_lin',
  districts: homeIn(district),
  alive: true,
  mergedInto: null,
  guardians: [],
  spouses: [],
  kin: [],
});

describeWithRedis('an instance that the system pauses', (redisUrl) => {
  describeWithPostgres('with a registry on PostgreSQL', (server) => {
    it('loses its partitions, and what it writes late changes nothing', async () => {
      const scratch = await createScratchPostgres(server);
      const database = createPostgresDatabase({ url: scratch.url });
      const { schema, store } = await createRegistry(database, 'enterprises');
      const directory = createDirectory({ store, schema });
      const district = async () => {
        const [entry] = await directory.findMany(['c1_lin']);
        return entry ? districtOn(entry, '2026-11-22') : null;
      };
      const prefix = newPrefix();
      const feed = createRedisFeed({ url: redisUrl, prefix, log: quiet, leaseMs: 500 });
      const outbox = createOutbox(feed);
      outbox.start();

      const told: unknown[] = [];
      const script = join(import.meta.dirname, 'paused-member.js');
      const child = fork(script, [redisUrl, prefix, scratch.url, schema], { execArgv: [] });
      child.on('message', (word) => told.push(word));
      try {
        await until('the child owns the partitions', () => told.includes('leading'), 20_000);
        outbox.write(anEvent(1, { directory: livesIn('310104') }));
        await until('the child was handed the change', () => told.includes('entered'));
        child.kill('SIGSTOP');
        outbox.write(anEvent(2, { directory: livesIn('310105') }));
        const seen: string[] = [];
        feed.subscribe('directory', async (events) => {
          seen.push(...events.map(({ sequence }) => sequence));
          await store.transaction({ holder: 'heir' }, (executor) => directory.apply(executor, events));
        });
        await until('another wrote both', () => seen.length >= 2);
        expect(seen).toEqual([anEvent(1).sequence, anEvent(2).sequence]);
        expect(await district()).toBe('310105');
        child.kill('SIGCONT');
        child.send('go on');
        await until('the child wrote', () => told.includes('written'));
        expect(await district()).toBe('310105');
        outbox.write(anEvent(3, { directory: livesIn('310106') }));
        child.send('go on');
        await until('the third is written', async () => (await district()) === '310106');
      } finally {
        child.kill('SIGKILL');
        await outbox.stop();
        await feed.close();
        await wipe(redisUrl, prefix);
        await database.close();
        await scratch.drop();
      }
    }, 60_000);
  });
});
