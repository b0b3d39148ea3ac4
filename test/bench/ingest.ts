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
import { median, round, type Bench, type Measure } from './measure.ts';

const FILE = fileURLToPath(new URL('../../../shared/data/shanghai-enterprises.csv.gz', import.meta.url));
const SOURCE = 'enterprises.registrations';
const COPIES = 3;

/** The store's own COPY of the same rows into a bare table of the same columns: milliseconds, the median of three. */
const timeCopy = async (database: Database): Promise<{ rows: number; ms: number }> => {
  const store = database.store<unknown>('enterprises');
  return store.transaction({ holder: 'bench' }, async (executor) => {
    const { rows: found } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = 'enterprises' and table_name = 'enterprise' and is_generated = 'NEVER' order by ordinal_position`.execute(
      executor,
    );
    const columns = found.map(({ name }) => name);
    const list = sql.join(columns.map((name) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`));
    const { rows } = await sql<Record<string, string | null>>`select ${list} from enterprises.enterprise`.execute(
      executor,
    );
    const lines = rows.map((row) => toCopyLine(columns.map((name) => row[name] ?? null)));
    await sql`create temporary table bench_copy as select ${sql.join(columns.map((name) => sql.ref(name)))}
      from enterprises.enterprise with no data`.execute(executor);
    const times: number[] = [];
    for (let copy = 0; copy < COPIES; copy += 1) {
      await sql`truncate bench_copy`.execute(executor);
      const began = performance.now();
      await store.copyFrom(executor, { table: 'bench_copy', columns, temporary: true }, Readable.from(lines));
      times.push(performance.now() - began);
    }
    return { rows: rows.length, ms: median(times) };
  });
};

const measureOn = async (
  engine: string,
  environment: Readonly<Record<string, string>>,
  open: (folder: string) => Promise<Database>,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-bench-'));
  try {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const keys = { keys: [await exportJWK(publicKey)] };
    const registries = await openRegistries(
      readConfig({ ONEFILE_DATA: folder, ...environment }),
      keys,
      pino({ level: 'error' }),
    );
    await registries.migrate();
    const report = await registries.find('enterprises')?.ingest.ingestFile(SOURCE, FILE);
    await registries.stop();
    if (report === undefined || report.refused) throw new Error(report?.refused?.message ?? `There is no ${SOURCE}.`);
    const database = await open(folder);
    const copy = await timeCopy(database);
    await database.close();
    const [rate, copyRate] = [report.rows / report.seconds, (copy.rows / copy.ms) * 1_000];
    const measure: Measure = {
      name: `ingest_over_copy_${engine}`,
      value: round(rate),
      unit: 'rows/s',
      baseline: `COPY of the same rows, ${round(copyRate)} rows/s`,
      ratio: round(rate / copyRate),
    };
    return measure;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const run = async (): Promise<readonly Measure[]> => {
  if (!existsSync(FILE)) throw new Error(`This bench needs the register of Shanghai at ${FILE}.`);
  const measures = [
    await measureOn('pglite', {}, (folder) => createEmbeddedDatabase({ folder: join(folder, 'store') })),
  ];
  const { DATABASE_URL } = readConfig();
  if (DATABASE_URL !== undefined) {
    const open = () => Promise.resolve(createPostgresDatabase({ url: DATABASE_URL }));
    measures.push(await measureOn('postgresql', { DATABASE_URL }, open));
  }
  return measures;
};

export const ingest: Bench = {
  name: 'ingest',
  description:
    "The register of Shanghai taken in, against the store's own COPY of the same rows; with DATABASE_URL (empty) there as well",
  run,
};
