import { createClient } from 'redis';

/**
 * Deletes all that a feed keeps in Redis. After a restore its positions are those of a future that the stores no longer
 * know; the outboxes fill it again. No process may be running. Resolves to the number of keys.
 */
export const clearRedisFeed = async (url: string, prefix = '{onefile}:'): Promise<number> => {
  const client = createClient({ url });
  await client.connect();
  try {
    let cleared = 0;
    for await (const keys of client.scanIterator({ MATCH: `${escapeGlob(prefix)}*`, COUNT: 1_000 }))
      if (keys.length > 0) cleared += await client.unlink(keys);
    return cleared;
  } finally {
    await client.close();
  }
};

const escapeGlob = (text: string): string => text.replaceAll(/[\\*?[\]]/g, '\\$&');
