import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { anchorFile } from '../../../subgraphs/governance/index.ts';
import type { Database } from '../../../subgraphs/kit/store/database.ts';
import type { EmbeddedDatabase } from '../../../subgraphs/kit/store/embedded-database.ts';
import type { GatewayConfig } from '../../config.ts';
import { dumpEmbedded } from './embedded-backup.ts';
import { ANCHORS, STORE, writeManifest, type BackupManifest } from './manifest.ts';
import { dumpPostgres } from './postgres-backup.ts';

const isEmbedded = (database: Database): database is EmbeddedDatabase => database.engine === 'pglite';

/** Makes the folder; one that holds anything is refused, so that no backup is written over another. */
const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: a backup needs a folder of its own.`);
};

/**
 * Writes all registries as of one moment into a new folder, with the anchors of the access log and a manifest. Keys are not
 * in it: kept beside the numbers that they seal they would protect nothing.
 */
export const backUp = async (
  folder: string,
  { ONEFILE_DATA, DATABASE_URL }: Pick<GatewayConfig, 'ONEFILE_DATA' | 'DATABASE_URL'>,
  database: Database,
  at: Date,
): Promise<BackupManifest> => {
  await makeFolder(folder);
  const { engine } = database;
  const store = join(folder, STORE[engine]);
  // The anchors first: what they anchor is in any later dump.
  const anchors = anchorFile(ONEFILE_DATA);
  const hasAnchors = existsSync(anchors);
  if (hasAnchors) await copyFile(anchors, join(folder, ANCHORS));
  const rows = isEmbedded(database)
    ? await dumpEmbedded(database, store)
    : await dumpPostgres(DATABASE_URL ?? '', store);
  return writeManifest(folder, { engine, at, rows, files: [STORE[engine], ...(hasAnchors ? [ANCHORS] : [])] });
};
