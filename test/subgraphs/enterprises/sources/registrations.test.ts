import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { describeWithRegister, REAL_REGISTER } from '../../../support/real-register.ts';
import { eachEngine } from '../../../support/stores.ts';
import { openEnterprises, type OpenEnterprises } from '../demo.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..');
const DEFECTS = path.join(ROOT, 'test', 'fixtures', 'registrations-defects.csv');
const SOURCE = 'enterprises.registrations';

eachEngine((database) => {
  let registry: OpenEnterprises;
  beforeAll(async () => {
    registry = await openEnterprises(database().store('enterprises'));
  }, 120_000);
  afterAll(() => registry.close());

  const query = <R>(text: string): Promise<R[]> =>
    registry.store.read({ holder: 'test' }, async (executor) => (await sql.raw<R>(text).execute(executor)).rows);

  it('takes of synthetic rows with every defect of the real register those that are whole', async () => {
    const report = await registry.ingest.ingestFile(SOURCE, DEFECTS);
    expect(report).toMatchObject({
      rows: 35,
      accepted: 23,
      changed: 0,
      unchanged: 0,
      quarantined: 12,
      normalised: { UPPER_CASED: 1, TRIMMED: 1 },
      warnings: {
        ABOLISHED_DISTRICT: 1,
        ZONE_FOR_DISTRICT: 2,
        CURRENCY_BY_LAW: 1,
        CUT_AT_SOURCE: 1,
        PRIVATE_USE_CHARACTER: 1,
      },
    });
    const rows = await query<{ line: number; reasons: { code: string; column: string | null }[] }>(
      'select line, reasons from enterprises.ingest_quarantine order by line',
    );
    expect(
      rows.map(({ line, reasons }) => [line, ...reasons.map(({ code, column }) => `${code} ${column ?? ''}`.trim())]),
    ).toEqual([
      [25, 'NO_CURRENCY 注册资金'],
      [26, 'BAD_USCC 统一社会信用代码'],
      [27, 'BAD_USCC 统一社会信用代码'],
      [28, 'UNKNOWN_CODE 企业类型', 'BAD_MONEY 注册资金'],
      [29, 'UNKNOWN_CODE 企业类型', 'BAD_MONEY 注册资金', 'UNKNOWN_CODE 所在省份', 'UNKNOWN_DISTRICT 地区'],
      [
        30,
        ...[
          'MOJIBAKE 企业名称',
          'MOJIBAKE 统一社会信用代码',
          'BAD_DATE 注册日期',
          'MOJIBAKE 企业类型',
          'MOJIBAKE 注册资金',
          'MOJIBAKE 所在省份',
          'MOJIBAKE 注册地址',
        ],
      ],
      [31, 'COLUMN_COUNT', 'MOJIBAKE'],
      [32, 'BAD_DATE 注册日期'],
      [33, 'REQUIRED 企业名称'],
      [34, 'UNKNOWN_CODE 企业类型'],
      [35, 'UNKNOWN_DISTRICT 地区'],
      [36, 'DUPLICATE_KEY'],
    ]);
    expect(
      await query(
        'select distinct capital_currency as currency from enterprises.enterprise where capital_currency is not null order by 1',
      ),
    ).toEqual(['CHF', 'CNY', 'DEM', 'EUR', 'FRF', 'GBP', 'HKD', 'JPY', 'SGD', 'USD'].map((currency) => ({ currency })));
  });

  describeWithRegister('the real register', () => {
    it('is taken in but for the rows that cannot be read, and changes nothing a second time', async () => {
      // No TRUNCATE: it would wait for the relay, which has read the outbox in a transaction that lasts as long as it.
      for (const table of ['enterprise', 'ingest_quarantine', 'ingest_batch', 'outbox']) {
        await query(`delete from enterprises.${table}`);
      }
      const first = await registry.ingest.ingestFile(SOURCE, REAL_REGISTER);
      expect(first).toMatchObject({
        rows: 74_837,
        accepted: 74_789,
        changed: 0,
        unchanged: 0,
        quarantined: 48,
        reasons: {
          NO_CURRENCY: 2,
          UNKNOWN_CODE: 8,
          BAD_MONEY: 8,
          UNKNOWN_DISTRICT: 1,
          MOJIBAKE: 38,
          BAD_DATE: 35,
          COLUMN_COUNT: 3,
        },
        normalised: { UPPER_CASED: 48 },
      });
      const [{ changes } = { changes: 0 }] = await query<{ changes: number }>(
        'select count(*)::int as changes from enterprises.outbox',
      );
      const second = await registry.ingest.ingestFile(SOURCE, REAL_REGISTER);
      expect(second).toMatchObject({ rows: 74_837, accepted: 0, changed: 0, unchanged: 74_789, quarantined: 48 });
      expect(await query('select count(*)::int as changes from enterprises.outbox')).toEqual([{ changes }]);
      expect(
        await query("select count(*)::int as open from enterprises.ingest_quarantine where state = 'OPEN'"),
      ).toEqual([{ open: 48 }]);
    }, 600_000);
  });
});
