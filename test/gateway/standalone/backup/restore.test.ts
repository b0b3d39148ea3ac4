import { mkdtemp, rm, writeFile, appendFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeManifest } from '../../../../gateway/standalone/backup/manifest.ts';
import { restore } from '../../../../gateway/standalone/backup/restore.ts';
import { startRedis } from '../../../services/cut-off.ts';
import { findPorts } from '../../../services/command.ts';
import { createScratchPostgres, describeWithPostgres, type ScratchPostgres } from '../../../support/servers.ts';
import { drill } from './drill.ts';

describe('a backup of the embedded store', () => {
  drill((folder) => Promise.resolve({ ONEFILE_DATA: folder }));
});

describeWithPostgres('a backup of PostgreSQL', (server) => {
  const databases: ScratchPostgres[] = [];
  let redis: ChildProcess | undefined;
  let port = 0;
  drill(async (folder) => {
    if (redis === undefined) {
      port = await findPorts(1);
      redis = await startRedis(port);
    }
    const database = await createScratchPostgres(server);
    databases.push(database);
    return { ONEFILE_DATA: folder, DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${port}` };
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
    if (redis === undefined) return;
    redis.kill();
    await once(redis, 'exit');
  });
});

describe('what is no whole backup', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-backup-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const place = () => ({ ONEFILE_DATA: join(folder, 'data'), DATABASE_URL: undefined, REDIS_URL: undefined });
  const write = async () => {
    await writeFile(join(folder, 'store.tar'), 'bytes');
    await writeManifest(folder, { engine: 'pglite', at: new Date(), rows: {}, files: ['store.tar'] });
  };

  it('is refused when it never came to its end', async () => {
    await expect(restore(folder, place())).rejects.toThrow('it is no backup, or one that did not come to its end');
  });

  it('is refused when a byte of it changed', async () => {
    await write();
    await appendFile(join(folder, 'store.tar'), '!');
    await expect(restore(folder, place())).rejects.toThrow('store.tar of the backup is not what was written');
  });

  it('is refused on the other engine', async () => {
    await write();
    const elsewhere = { ...place(), DATABASE_URL: 'postgres://127.0.0.1:1/nowhere' };
    await expect(restore(folder, elsewhere)).rejects.toThrow('This backup is of pglite: unset DATABASE_URL.');
  });
});
