import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { columnTypes } from './column-types.ts';
import type { Connection } from './connection.ts';
import type { Database } from './database.ts';
import { toCopyChunks } from './embedded/copy-chunks.ts';
import { openDataFolder } from './embedded/data-folder.ts';
import { startPgliteWorker } from './embedded/pglite-worker.ts';
import { createLeaseQueue } from './leases.ts';
import { createLeasedStore } from './leased-store.ts';
import { createStatementNames } from './statement-names.ts';
import type { LeaseOptions } from './store.ts';

export interface EmbeddedDatabaseOptions {
  /** Where the data and the lock stand; `memory` for none. */
  folder: string;
  /** Start from this (a path, or the bytes of `dump()`) when the folder holds no data yet. */
  dump?: string | Uint8Array;
  acquireTimeoutMs?: number;
  idleMs?: number;
}

export interface EmbeddedDatabase extends Database {
  /** The whole of it, for a backup or to start another from. */
  dump(): Promise<Uint8Array>;
  /** Leaves a note at the lock, for other processes that find the folder held: how to reach this one. */
  leaveNote(note: Readonly<Record<string, unknown>>): Promise<void>;
}

/** PGlite in a worker thread, one connection lent in turn. Throws FolderHeldError when another process has the folder. */
export const createEmbeddedDatabase = async ({
  folder,
  dump,
  acquireTimeoutMs = 5000,
  idleMs = 60_000,
}: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> => {
  const data = folder === 'memory' ? null : await openDataFolder(folder);
  try {
    const load = dump === undefined || data?.initialised ? null : await readDump(dump);
    const worker = await startPgliteWorker({ folder: data?.path ?? null, dump: load });
    await data?.markInitialised();
    const client = new Client({ stream: () => worker.wire, types: columnTypes, user: 'postgres', ssl: false });
    client.on('error', () => undefined);
    await client.connect();
    await client.query("set timezone = 'UTC'; set datestyle = 'ISO'");

    const connection: Connection = {
      client,
      nameOf: createStatementNames(),
      copy: async (target, text) => {
        let rows = 0;
        for await (const bytes of toCopyChunks(text)) rows += await worker.copy(target, bytes);
        return rows;
      },
    };
    const queue = createLeaseQueue({
      resource: 'the embedded store',
      slots: 1,
      bulkSlots: 1,
      timeoutMs: acquireTimeoutMs,
    });
    void worker.crashed.then((reason) => {
      queue.close(reason);
    });
    const lease = async (options: LeaseOptions) => ({ connection, release: await queue.acquire(options) });

    let closing: Promise<void> | null = null;
    const shutDown = async () => {
      // Whoever came before has their turn.
      await queue.acquire({ holder: 'close' }).catch(() => undefined);
      queue.close(new Error('The embedded store is closed.'));
      await worker.close();
      await data?.release();
    };
    return {
      engine: 'pglite',
      store: (schema) => createLeasedStore({ engine: 'pglite', schema, lease, idleMs, close: () => Promise.resolve() }),
      dump: async () => {
        const release = await queue.acquire({ holder: 'dump' });
        return worker.dump().finally(release);
      },
      leaveNote: async (note) => data?.leaveNote(note),
      close: () => (closing ??= shutDown()),
    };
  } catch (cause) {
    await data?.release();
    throw cause;
  }
};

const readDump = (dump: string | Uint8Array): Promise<Uint8Array> | Uint8Array =>
  typeof dump === 'string' ? readFile(dump) : dump;
