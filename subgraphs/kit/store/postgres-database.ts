import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Pool, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { columnTypes } from './column-types.ts';
import type { Connection } from './connection.ts';
import type { Database } from './database.ts';
import { createLeaseQueue } from './leases.ts';
import { createLeasedStore } from './leased-store.ts';
import { createStatementNames, type StatementNames } from './statement-names.ts';
import type { LeaseOptions } from './store.ts';

export interface PostgresDatabaseOptions {
  url: string;
  /** Connections at most; bulk leases take at most half of them. Default 10. */
  max?: number;
  acquireTimeoutMs?: number;
  /** After that long the server gives a statement up. Default 60 s. */
  statementTimeoutMs?: number;
  idleMs?: number;
}

const SESSION = { DateStyle: 'ISO', TimeZone: 'UTC' };

const toConnection = (client: PoolClient, nameOf: StatementNames): Connection => ({
  client,
  nameOf,
  copy: async (target, text) => {
    const sink = client.query(copyFrom(`copy ${target} from stdin`));
    await pipeline(typeof text === 'string' ? Readable.from([Buffer.from(text)]) : text, sink);
    return sink.rowCount;
  },
});

/** PostgreSQL over `pg`. A lost server is an error of the statements it was lost under; later leases connect anew. */
export const createPostgresDatabase = ({
  url,
  max = 10,
  acquireTimeoutMs = 5000,
  statementTimeoutMs = 60_000,
  idleMs = 60_000,
}: PostgresDatabaseOptions): Database => {
  const pool = new Pool({
    connectionString: url,
    max,
    types: columnTypes,
    connectionTimeoutMillis: acquireTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // Somewhat later than our own watch, which says whose lease it was.
    idle_in_transaction_session_timeout: idleMs + 5000,
    keepAlive: true,
    options: Object.entries(SESSION)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  // Without a listener an error of an idle or a leased connection would end the process; its statements fail anyway.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const queue = createLeaseQueue({
    resource: 'PostgreSQL',
    slots: max,
    bulkSlots: Math.max(1, Math.floor(max / 2)),
    timeoutMs: acquireTimeoutMs,
  });

  const nameOf = createStatementNames();
  const lease = async (options: LeaseOptions) => {
    const giveBack = await queue.acquire(options);
    try {
      const client = await pool.connect();
      return {
        connection: toConnection(client, nameOf),
        release: (beyondRepair?: Error) => {
          client.release(beyondRepair);
          giveBack();
        },
      };
    } catch (cause) {
      giveBack();
      throw new Error(`${options.holder} could not connect to PostgreSQL: ${String(cause)}`, { cause });
    }
  };

  let closing: Promise<void> | null = null;
  const close = () => {
    queue.close(new Error('The PostgreSQL store is closed.'));
    return (closing ??= pool.end());
  };
  return {
    engine: 'postgres',
    store: (schema) => createLeasedStore({ engine: 'postgres', schema, lease, idleMs, close: () => Promise.resolve() }),
    close,
  };
};
