import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { eachEngine } from '../../../support/stores.ts';
import { openEnterprises, USCC, type OpenEnterprises } from '../demo.ts';

const DEMO = join(import.meta.dirname, '../../../../subgraphs/enterprises/demo/registrations.csv');
const SOURCE = 'enterprises.registrations';

eachEngine((database) => {
  let registry: OpenEnterprises;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-observed-'));
    registry = await openEnterprises(database().store('enterprises'));
    await registry.loadDemo();
  }, 120_000);
  afterAll(async () => {
    await registry.close();
    await rm(folder, { recursive: true });
  });

  const query = <R>(text: string): Promise<R[]> =>
    registry.store.read({ holder: 'test' }, async (executor) => (await sql.raw<R>(text).execute(executor)).rows);

  it.each([
    ['name-changed', '上海明梅餐饮管理有限公司', '上海明梅饮食有限公司'],
    ['scope-changed', '会务服务', '展览服务'],
    ['address-changed', '天钥桥路（示例）12号', '天钥桥路（示例）14号'],
    ['capital-changed', '200万元人民币', '300万元人民币'],
  ])(
    'a drop in which the register says otherwise is %s in the life of the enterprise, and is told so',
    async (kind, from, to) => {
      const file = join(folder, `${kind}.csv`);
      const rows = (await readFile(DEMO, 'utf8')).split('\n');
      await writeFile(file, rows.map((row) => (row.includes(USCC.mingmei) ? row.replace(from, to) : row)).join('\n'));
      const [before] = await query<{
        last: string;
        events: number;
      }>(`select (select max(id) from enterprises.outbox) as last,
      (select count(*)::int from enterprises.life_event where uscc = '${USCC.mingmei}' and kind = '${kind}') as events`);
      expect(await registry.ingest.ingestFile(SOURCE, file)).toMatchObject({ quarantined: 0 });
      expect(
        await query(`select at::text from enterprises.life_event where uscc = '${USCC.mingmei}' and kind = '${kind}'`),
      ).toHaveLength((before?.events ?? 0) + 1);
      const told = await query<{ items: string }>(
        `select items from enterprises.outbox where id > ${before?.last ?? '0'} and '${USCC.mingmei}' = any(affects)`,
      );
      expect(told.flatMap(({ items }) => items.split(' '))).toContain('Enterprise.timeline');
    },
  );
});
