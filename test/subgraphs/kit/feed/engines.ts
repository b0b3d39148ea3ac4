import { afterAll, beforeAll, describe } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Database } from '../../../../subgraphs/kit/store/database.ts';
import { createEmbeddedDatabase } from '../../../../subgraphs/kit/store/embedded-database.ts';
import { createPostgresDatabase } from '../../../../subgraphs/kit/store/postgres-database.ts';

const postgresUrl = process.env['ONEFILE_TEST_POSTGRES_URL'];

async function openDatabase(engine: string): Promise<Database> {
  if (engine === 'pglite') return createEmbeddedDatabase({ folder: 'memory' });
  const name = `feed_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client(postgresUrl);
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(postgresUrl ?? '');
  url.pathname = `/${name}`;
  const database = createPostgresDatabase({ url: url.href, max: 24 });
  return {
    ...database,
    async close() {
      await database.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Runs the tests on every engine at hand, in one database each. */
export function eachEngine(work: (database: () => Database) => void): void {
  for (const engine of ['pglite', ...(postgresUrl ? ['postgres'] : [])]) describeOn(engine, work);
}

export function describeOn(engine: string, work: (database: () => Database) => void): void {
  describe(`on ${engine}`, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await openDatabase(engine);
    }, 60_000);
    afterAll(() => database?.close());
    work(() => {
      if (!database) throw new Error('The database is opened before the first test.');
      return database;
    });
  });
}
