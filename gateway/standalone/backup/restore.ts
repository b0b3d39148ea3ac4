import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { anchorFile } from '../../../subgraphs/governance/index.ts';
import { clearRedisFeed } from '../../../subgraphs/kit/feed/clear-redis-feed.ts';
import { storeFolderOf, type GatewayConfig } from '../../config.ts';
import { compareCounts } from './count-rows.ts';
import { restoreEmbedded } from './embedded-backup.ts';
import { ANCHORS, readManifest, STORE, type BackupManifest } from './manifest.ts';
import { restorePostgres } from './postgres-backup.ts';

export interface Restored extends Pick<BackupManifest, 'at' | 'engine'> {
  tables: number;
  rows: number;
  /** Keys of the feed that were taken out of Redis. */
  feedKeys: number;
  /** What stands there otherwise than the backup says; empty when all agrees. */
  differences: readonly string[];
}

const refuseHeld = (path: string): void => {
  if (existsSync(path)) throw new Error(`${path} exists already: restore into a place that holds nothing.`);
};

/**
 * Puts a backup back where nothing stands yet: registries, anchors, and a feed that begins anew. No process may be running.
 * Throws an Error when the backup is damaged, was made on the other engine, or something stands there; nothing is changed then.
 */
export const restore = async (
  folder: string,
  { ONEFILE_DATA, DATABASE_URL, REDIS_URL }: Pick<GatewayConfig, 'ONEFILE_DATA' | 'DATABASE_URL' | 'REDIS_URL'>,
): Promise<Restored> => {
  const manifest = await readManifest(folder);
  const { engine, at, rows } = manifest;
  if ((engine === 'postgres') !== (DATABASE_URL !== undefined))
    throw new Error(`This backup is of ${engine}: ${engine === 'postgres' ? 'set' : 'unset'} DATABASE_URL.`);
  const anchors = anchorFile(ONEFILE_DATA);
  const isAnchored = ANCHORS in manifest.files;
  if (isAnchored) refuseHeld(anchors);
  const store = storeFolderOf({ ONEFILE_DATA });
  if (DATABASE_URL === undefined) refuseHeld(store);

  const file = join(folder, STORE[engine]);
  const found = await (DATABASE_URL === undefined ? restoreEmbedded(store, file) : restorePostgres(DATABASE_URL, file));
  if (isAnchored) {
    await mkdir(dirname(anchors), { recursive: true });
    await copyFile(join(folder, ANCHORS), anchors);
  }
  return {
    at,
    engine,
    tables: Object.keys(found).length,
    rows: Object.values(found).reduce((sum, count) => sum + count, 0),
    feedKeys: REDIS_URL === undefined ? 0 : await clearRedisFeed(REDIS_URL),
    differences: compareCounts(rows, found),
  };
};
