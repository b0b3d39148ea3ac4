import { once } from 'node:events';
import { createDirectory } from '../../../../subgraphs/kit/directory/sql-directory.ts';
import { createRedisFeed } from '../../../../subgraphs/kit/feed/redis-feed.ts';
import { createPostgresDatabase } from '../../../../subgraphs/kit/store/postgres-database.ts';

/** A process that reads the directory's group and, told what it was handed, waits for a word before it writes. */
const [redisUrl = '', prefix = '', postgresUrl = '', schema = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined };
const store = createPostgresDatabase({ url: postgresUrl }).store<unknown>(schema);
const directory = createDirectory({ store, schema });
const feed = createRedisFeed({ url: redisUrl, prefix, log, leaseMs: 500 });
const subscription = feed.subscribe('directory', async (events) => {
  const word = once(process, 'message');
  process.send?.('entered');
  await word;
  await store.transaction({ holder: 'paused' }, (executor) => directory.apply(executor, events));
  process.send?.('written');
});
setInterval(() => {
  if (subscription.lag() < 500) process.send?.('leading');
}, 50);
