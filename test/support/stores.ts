import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Migration } from 'kysely';
import { migrate } from '../../subgraphs/kit/migrate.ts';
import type { Database } from '../../subgraphs/kit/store/database.ts';
import {
  createEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
} from '../../subgraphs/kit/store/embedded-database.ts';
import { createPostgresDatabase } from '../../subgraphs/kit/store/postgres-database.ts';
import { createScratchPostgres, describeWithPostgres } from './servers.ts';

/** Migrations by schema. */
export type SchemaMigrations = Readonly<Record<string, Readonly<Record<string, Migration>>>>;

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, '.cache', 'test-stores');
const ENGINE = join(ROOT, 'node_modules', '@electric-sql', 'pglite', 'package.json');
const DAY_MS = 86_400_000;

/** A store in memory whose schemas are migrated already: it starts from a dump that the first to ask makes. */
export const openTestDatabase = async (
  schemas: SchemaMigrations = {},
  options: Omit<EmbeddedDatabaseOptions, 'folder' | 'dump'> = {},
): Promise<EmbeddedDatabase> => createEmbeddedDatabase({ ...options, folder: 'memory', dump: await getDump(schemas) });

/** The path of a dump without any schema, from which a store on disk starts sooner. */
export const getBareDump = (): Promise<string> => getDump({});

/** Runs the suite on PGlite, and on PostgreSQL where there is one, each time on a database of its own. */
export const eachEngine = (suite: (database: () => Database) => void): void => {
  const on = (open: () => Promise<Database>) => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await open();
    }, 120_000);
    suite(() => {
      if (database === undefined) throw new Error('The database is opened before the first test, not before.');
      return database;
    });
    // Jest runs these in the order of their definition: what the suite opened is closed first.
    afterAll(() => database?.close());
  };
  describe('on PGlite', () => on(() => openTestDatabase()));
  describeWithPostgres('on PostgreSQL', (url) => on(() => openScratchPostgres(url)));
};

const openScratchPostgres = async (server: string): Promise<Database> => {
  const scratch = await createScratchPostgres(server);
  const database = createPostgresDatabase({ url: scratch.url, max: 24 });
  return { ...database, close: () => database.close().then(() => scratch.drop()) };
};

const migrationSources = (): string[] =>
  ['subgraphs', 'tagging'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('migration') && path.endsWith('.ts'))
      .sort()
      .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
  );

const keyOf = (schemas: SchemaMigrations): string => {
  const hash = createHash('sha256').update(readFileSync(ENGINE));
  if (Object.keys(schemas).length === 0) return hash.digest('hex').slice(0, 16);
  for (const [schema, migrations] of Object.entries(schemas)) {
    for (const [name, migration] of Object.entries(migrations))
      hash.update(
        `${schema} ${name} ${Object.values({ ...migration })
          .map(String)
          .join(' ')}`,
      );
  }
  for (const source of migrationSources()) hash.update(source);
  return hash.digest('hex').slice(0, 16);
};

const getDump = async (schemas: SchemaMigrations): Promise<string> => {
  const file = join(CACHE, `${keyOf(schemas)}.tar`);
  if (!existsSync(file)) await makeDump(schemas, file);
  return file;
};

const makeDump = async (schemas: SchemaMigrations, file: string): Promise<void> => {
  const bare = Object.keys(schemas).length === 0;
  const database = await createEmbeddedDatabase({ folder: 'memory', ...(bare ? {} : { dump: await getDump({}) }) });
  try {
    for (const [schema, migrations] of Object.entries(schemas)) await migrate(database.store(schema), migrations);
    await mkdir(CACHE, { recursive: true });
    // Several workers may make the same at once: whole files, and the last one stays.
    const draft = `${file}.${process.pid}-${crypto.randomUUID()}`;
    await writeFile(draft, await database.dump());
    await rename(draft, file);
    if (!bare) await sweepOldDumps();
  } finally {
    await database.close();
  }
};

const sweepOldDumps = async (): Promise<void> => {
  for (const name of await readdir(CACHE)) {
    const file = join(CACHE, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true });
  }
};
