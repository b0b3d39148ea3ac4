import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { exportJWK, generateKeyPair } from 'jose';
import { pino } from 'pino';
import { readConfig } from '../../gateway/config.ts';
import { openRegistries } from '../../gateway/standalone/registries.ts';
import { toCopyLine } from '../../subgraphs/kit/store/copy-line.ts';
import { createEmbeddedDatabase } from '../../subgraphs/kit/store/embedded-database.ts';
import { createPostgresDatabase } from '../../subgraphs/kit/store/postgres-database.ts';
import type { Database } from '../../subgraphs/kit/store/database.ts';
import type { Executor, Store } from '../../subgraphs/kit/store/store.ts';
import { createScratchPostgres } from '../support/scratch-postgres.ts';
import { median, round, type Bench, type Measure } from './measure.ts';

const FILE = fileURLToPath(new URL('../../../shared/data/shanghai-enterprises.csv.gz', import.meta.url));
const SOURCE = 'enterprises.registrations';
const ROUNDS = 3;
/** What a row of the drop ends in. */
const WRITTEN = ['enterprise', 'outbox', 'subject_directory'];

/** A store that nobody has used yet. */
interface Fresh {
  environment: Readonly<Record<string, string>>;
  open(): Promise<Database>;
  drop(): Promise<void>;
}

/** Rows per second of one round. */
interface Rates {
  ingest: number;
  bare: number;
  writes: number;
}

interface Table {
  name: string;
  columns: readonly string[];
  lines: readonly string[];
}

const readTable = async (executor: Executor<unknown>, name: string): Promise<Table> => {
  const { rows: found } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'enterprises' and table_name = ${name} order by ordinal_position`.execute(executor);
  const columns = found.map((column) => column.name);
  const list = sql.join(columns.map((column) => sql`${sql.ref(column)}::text as ${sql.ref(column)}`));
  const { rows } = await sql<Record<string, string | null>>`
    select ${list} from ${sql.id('enterprises', name)} order by ctid`.execute(executor);
  return { name, columns, lines: rows.map((row) => toCopyLine(columns.map((column) => row[column] ?? null))) };
};

const timeCopies = (store: Store<unknown>, tables: readonly Table[], temporary: boolean): Promise<number> =>
  store.transaction({ holder: 'bench' }, async (executor) => {
    for (const { name, columns } of tables) {
      const names = sql.join(columns.map((column) => sql.ref(column)));
      if (!temporary) await sql`truncate ${sql.id('enterprises', name)}`.execute(executor);
      else
        await sql`create temporary table ${sql.id(name)} on commit drop as
          select ${names} from ${sql.id('enterprises', name)} with no data`.execute(executor);
    }
    const began = performance.now();
    for (const { name, columns, lines } of tables)
      await store.copyFrom(executor, { table: name, columns, temporary }, Readable.from(lines));
    return (performance.now() - began) / 1_000;
  });

/** Takes the register in, then copies the rows that stand there: to a bare table, and to all that they ended in. */
const runRound = async ({ environment, open }: Fresh): Promise<Rates> => {
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const keys = { keys: [await exportJWK(publicKey)] };
  const registries = await openRegistries({
    config: readConfig(environment),
    sealKeys: keys,
    log: pino({ level: 'error' }),
  });
  await registries.migrate();
  const report = await registries.find('enterprises')?.ingest.ingestFile(SOURCE, FILE);
  await registries.stop();
  if (report === undefined || report.refused) throw new Error(report?.refused?.message ?? `There is no ${SOURCE}.`);
  const database = await open();
  try {
    const store = database.store<unknown>('enterprises');
    const tables = await store.read({ holder: 'bench' }, async (executor) => {
      const read: Table[] = [];
      for (const name of WRITTEN) read.push(await readTable(executor, name));
      return read;
    });
    const [registered] = tables;
    if (registered === undefined) throw new Error('Nothing was taken in.');
    const rows = registered.lines.length;
    const bare = await timeCopies(store, [registered], true);
    const writes = await timeCopies(store, tables, false);
    return { ingest: report.rows / report.seconds, bare: rows / bare, writes: rows / writes };
  } finally {
    await database.close();
  }
};

const measureOn = async (engine: string, create: () => Promise<Fresh>): Promise<readonly Measure[]> => {
  const rounds: Rates[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const fresh = await create();
    rounds.push(await runRound(fresh).finally(() => fresh.drop()));
  }
  const rate = median(rounds.map(({ ingest }) => ingest));
  const compare = (name: string, baseline: string, other: number): Measure => ({
    name,
    value: round(rate),
    unit: 'rows/s',
    baseline: `${baseline}, ${round(other)} rows/s`,
    ratio: round(rate / other),
  });
  return [
    compare(`ingest_over_copy_${engine}`, 'COPY of the same rows', median(rounds.map(({ bare }) => bare))),
    compare(
      `ingest_over_writes_${engine}`,
      'COPY of all that the rows end in, with its indexes',
      median(rounds.map(({ writes }) => writes)),
    ),
  ];
};

const createFolder = async (): Promise<Fresh> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-bench-'));
  return {
    environment: { ONEFILE_DATA: folder },
    open: () => createEmbeddedDatabase({ folder: join(folder, 'store') }),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
};

const createServerDatabase = async (server: string): Promise<Fresh> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-bench-'));
  const { url, drop } = await createScratchPostgres(server);
  return {
    environment: { ONEFILE_DATA: folder, DATABASE_URL: url },
    open: () => Promise.resolve(createPostgresDatabase({ url })),
    drop: async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const run = async (): Promise<readonly Measure[]> => {
  if (!existsSync(FILE)) throw new Error(`This bench needs the register of Shanghai at ${FILE}.`);
  const embedded = await measureOn('pglite', createFolder);
  const { DATABASE_URL } = readConfig();
  if (DATABASE_URL === undefined) return embedded;
  return [...embedded, ...(await measureOn('postgresql', () => createServerDatabase(DATABASE_URL)))];
};

export const ingest: Bench = {
  name: 'ingest',
  description:
    "The register of Shanghai taken in, against the store's own COPY of its rows; with DATABASE_URL (may make databases) there as well",
  run,
};
