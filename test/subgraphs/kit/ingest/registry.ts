import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { createKitTables } from '../../../../subgraphs/kit/feed/outbox-migration.ts';
import { appendChanges } from '../../../../subgraphs/kit/feed/outbox.ts';
import type { IngestHost } from '../../../../subgraphs/kit/ingest/host.ts';
import { createIngest, type Ingest } from '../../../../subgraphs/kit/ingest/ingest.ts';
import { createIngestTables } from '../../../../subgraphs/kit/ingest/ingest-migration.ts';
import { parseDeclaration } from '../../../../subgraphs/kit/ingest/load-declaration.ts';
import type { Database } from '../../../../subgraphs/kit/store/database.ts';
import type { Store } from '../../../../subgraphs/kit/store/store.ts';

/** A drop of shops: every type of column, a table beside the first, deletions. */
export const SHOPS = `
source: enterprises.shops
name: { zh: 商店, en: Shops }
department: market-regulation
format: csv
cycle: P1D
missing: ['', N/A]
tables:
  - { table: shop, key: [uscc] }
  - { table: keeper, key: [uscc, citizen_id] }
change: enterprise.changed
subjects: [uscc]
operation: { column: op }
whenDeleted: { set: { closed_on: $date } }
closeAtMost: 0.6
columns:
  信用代码: { field: [uscc, keeper.uscc], type: uscc, required: true, item: Enterprise.uscc }
  名称: { field: name, type: text, max: 20, required: true, item: Enterprise.name }
  成立日期: { field: opened_on, type: date, item: Enterprise.establishedOn }
  资金: { type: money, amount: amount, currency: currency, asStated: stated, item: Enterprise.capital }
  区: { field: district, type: district, optional: true }
  店主: { field: keeper.citizen_id, type: idNumber, optional: true }
  员工: { field: employees, type: integer, min: 0, optional: true }
`;

export const HEADER = '信用代码,名称,成立日期,资金';
/** Codes whose check digits are right, one of them 0. */
export const CODES = [
  '91310104MA1FPAA18P',
  '91310115MA1K3CC37X',
  '91310105MA1FWBB23B',
  '91310109132508770N',
  '913101018323231440',
] as const;
export const row = (at: number, name = `商店${at}`, date = '2004-03-01', money = '50(万元人民币)'): string =>
  `${CODES[at] ?? ''},${name},${date},${money}`;
export const drop = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

export interface TestRegistry {
  store: Store<unknown>;
  ingest: Ingest;
  /** Writes a file into a folder of its own and gives its path. */
  file(content: string | Buffer, name?: string): Promise<string>;
  rows<R>(query: string): Promise<R[]>;
  /** Everything that ingest is answerable for, to compare two ways to the same end. */
  snapshot(): Promise<unknown>;
}

let registries = 0;

export const createShopTables = async (store: Store<unknown>): Promise<void> => {
  const { schema } = store;
  await store.transaction({ holder: 'test' }, async (executor) => {
    await sql`create schema ${sql.id(schema)}`.execute(executor);
    await createKitTables(executor, schema);
    await createIngestTables(executor, schema);
    await sql`create table ${sql.id(schema, 'shop')} (uscc text primary key, name text not null check (name <> '禁用'), opened_on date, closed_on date,
      amount numeric, currency text, stated text, district text, employees int, source_sequence bigint)`.execute(
      executor,
    );
    await sql`create table ${sql.id(schema, 'keeper')} (uscc text, citizen_id text, source_sequence bigint, primary key (uscc, citizen_id))`.execute(
      executor,
    );
  });
};

export const createShopIngest = async (
  store: Store<unknown>,
  host: Partial<IngestHost<unknown>> = {},
  declaration = SHOPS,
): Promise<Ingest> =>
  createIngest<unknown>(
    {
      store,
      identities: {
        resolve: async (numbers) => numbers.map((number) => (number === '310104198603050171' ? 'c1_zhou' : null)),
      },
      findLiving: (_executor, ids) => Promise.resolve(new Map(ids.map((id) => [id, id]))),
      clock: () => new Date('2026-05-01T02:00:00Z'),
      dataFolder: await mkdtemp(path.join(tmpdir(), 'onefile-ingest-')),
      record: async (executor, changes) => {
        await appendChanges(executor, store.schema, changes);
      },
      ...host,
    },
    [parseDeclaration(declaration, 'shops.yaml')],
  );

/** A registry of shops, empty, in a schema of its own. */
export const createShops = async (
  database: Database,
  host: Partial<IngestHost<unknown>> = {},
  declaration = SHOPS,
): Promise<TestRegistry> => {
  const store = database.store<unknown>(`shops_${++registries}`);
  await createShopTables(store);
  const folder = await mkdtemp(path.join(tmpdir(), 'onefile-drop-'));
  let files = 0;
  const rows = <R>(query: string): Promise<R[]> =>
    store.read(
      { holder: 'test' },
      async (executor) => (await sql.raw<R>(query.replaceAll('$s', `"${store.schema}"`)).execute(executor)).rows,
    );
  return {
    store,
    ingest: await createShopIngest(store, host, declaration),
    file: async (content, name = `drop-${++files}.csv`) => {
      await writeFile(path.join(folder, name), content);
      return path.join(folder, name);
    },
    rows,
    snapshot: () => readSnapshot(rows),
  };
};

export const readSnapshot = async (rows: TestRegistry['rows']): Promise<unknown> => ({
  shops: await rows('select * from $s.shop order by uscc'),
  keepers: await rows('select * from $s.keeper order by 1, 2'),
  changes: await rows(
    "select kind, affects, string_to_array(items, ' ') as items, count(*) as times from $s.outbox where kind <> 'source.arrived' group by 1, 2, 3 order by 1, 2, 3",
  ),
  quarantine: await rows(
    'select line, raw_text, reasons, key_text, state from $s.ingest_quarantine order by line, raw_text',
  ),
});
