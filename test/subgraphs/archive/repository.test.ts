import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { eraseCitizen, mergeCitizens } from '../../../subgraphs/archive/repository.ts';
import { SCHEMA } from '../../../subgraphs/archive/repository/database.ts';
import { retention } from '../../../subgraphs/archive/retention.ts';
import { sweepRetention } from '../../../subgraphs/kit/retention.ts';
import { eachEngine } from '../../support/stores.ts';
import { TODAY } from '../../support/viewers.ts';
import { citizenOf, openArchive, type OpenArchive } from './demo.ts';

eachEngine((database) => {
  describe('the tables', () => {
    let registry: OpenArchive;
    let tables: readonly string[];
    beforeAll(async () => {
      registry = await openArchive(database().store('archive'));
      await registry.loadDemo();
      const rows = await query<{ name: string }>(
        `select table_name as name from information_schema.columns
         where table_schema = '${SCHEMA}' and column_name = 'citizen_id' order by 1`,
      );
      tables = rows.map(({ name }) => name);
    }, 60_000);
    afterAll(() => registry.close());

    const query = <R>(text: string): Promise<R[]> =>
      registry.store.read({ holder: 'test' }, async (executor) => (await sql.raw<R>(text).execute(executor)).rows);
    const write = (text: string) =>
      registry.store.transaction({ holder: 'test' }, (executor) => sql.raw(text).execute(executor));
    /** Rows of somebody by table, without the empty ones. */
    const rowsOf = async (citizen: string): Promise<Record<string, number>> => {
      const counts: Record<string, number> = {};
      for (const table of tables) {
        const [row] = await query<{ n: number }>(
          `select count(*)::int as n from ${SCHEMA}.${table} where citizen_id = '${citizen}'`,
        );
        if (row !== undefined && row.n > 0) counts[table] = row.n;
      }
      return counts;
    };

    it('are twenty, each with a person in every row', () => {
      expect(tables).toHaveLength(20);
    });

    it('give what two ids of one person have to the survivor, whose own word stands', async () => {
      const [wu, li] = [citizenOf('wu-qian'), citizenOf('li-xiuying')];
      const [before, other] = [await rowsOf(wu), await rowsOf(li)];
      await registry.store.transaction({ holder: 'test' }, async (executor) => {
        expect(await mergeCitizens(executor, { from: li, into: wu })).toEqual([]);
      });
      expect(await rowsOf(li)).toEqual({});
      const after = await rowsOf(wu);
      expect(after).toEqual({
        ...before,
        vaccination: other['vaccination'],
        check_up: other['check_up'],
        utility_account: (before['utility_account'] ?? 0) + (other['utility_account'] ?? 0),
        utility_bill: (before['utility_bill'] ?? 0) + (other['utility_bill'] ?? 0),
      });
      expect(await query(`select number from ${SCHEMA}.medical_insurance where citizen_id = '${wu}'`)).toEqual([
        { number: 'YB3101150000501' },
      ]);
    });

    it('hold nothing of somebody erased, and all of the others', async () => {
      const zhou = await rowsOf(citizenOf('zhou-ming'));
      expect(Object.keys(await rowsOf(citizenOf('lin-xiaomei'))).length).toBeGreaterThan(12);
      await registry.store.transaction({ holder: 'test' }, (executor) =>
        eraseCitizen(executor, citizenOf('lin-xiaomei')),
      );
      expect(await rowsOf(citizenOf('lin-xiaomei'))).toEqual({});
      expect(await rowsOf(citizenOf('zhou-ming'))).toEqual(zhou);
    });

    it('lose what has outlived its term, and nothing that still counts', async () => {
      await write(`insert into ${SCHEMA}.credit_record (id, citizen_id, kind, positive, date, until, department, description)
        values ('old', 'c1_x', '欠缴税款', false, '2019-01-01', '2021-11-20', 'tax', '…'),
          ('praise', 'c1_x', '表彰奖励', true, '2015-01-01', '2016-01-01', 'health', '…'),
          ('lasting', 'c1_x', '欠缴税款', false, '2015-01-01', null, 'tax', '…')`);
      await write(`insert into ${SCHEMA}.utility_bill (id, utility, number, citizen_id, period, usage, amount, due_date, paid_at)
        values ('paid', 'GAS', '1', 'c1_x', '2023-09-01', 1, 1, '2023-10-31', '2023-10-01T00:00:00Z'),
          ('unpaid', 'GAS', '1', 'c1_x', '2013-09-01', 1, 1, '2013-10-31', null)`);
      const swept = await sweepRetention(registry.store, retention, new Date(`${TODAY}T02:00:00Z`));
      expect(Object.fromEntries(Object.entries(swept).filter(([, rows]) => rows > 0))).toEqual({
        credit_record: 1,
        utility_bill: 1,
      });
      expect(await query(`select id from ${SCHEMA}.credit_record where citizen_id = 'c1_x' order by id`)).toEqual([
        { id: 'lasting' },
        { id: 'praise' },
      ]);
    });
  });
});
