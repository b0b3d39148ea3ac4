import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idNumberOf } from '../../../support/people.ts';
import { eachEngine } from '../../../support/stores.ts';
import { USCC } from '../../enterprises/demo.ts';
import { openLicences, type OpenLicences } from '../demo.ts';

const LIN = idNumberOf('lin-xiaomei');
const passport = {
  电子证照标识: 'T1',
  证照类型: '普通护照',
  证照编号: 'E90012345',
  持证主体代码: LIN,
  颁证机构: '上海市公安局出入境管理局',
  颁证日期: '2020-01-01',
  有效期起始日期: '2020-01-01',
  有效期截止日期: '2029-12-31',
};
const food = {
  ...passport,
  证照类型: '食品经营许可证',
  证照编号: 'JY23101040012345',
  持证主体代码: USCC.mingmei,
  主体业态: '餐饮服务经营者',
};
const driving = { ...passport, 证照类型: '机动车驾驶证', 证照编号: LIN, 准驾车型: 'C1' };
const endorsement = {
  电子证照标识: 'T1',
  证照类型: '往来港澳通行证',
  持证主体代码: LIN,
  前往地: '香港',
  签注种类: 'G',
  签注起始日期: '2026-01-01',
  签注截止日期: '2026-12-31',
  有效次数: '2',
  剩余次数: '1',
};

/** Source, a good row of it, what is wrong with this one, and how it is told. */
const DEFECTS: readonly [what: string, source: string, good: object, wrong: object, reason: string][] = [
  ['an end before its start', 'travel-documents', passport, { 有效期截止日期: '2019-12-31' }, 'ENDS_BEFORE_START'],
  [
    'an end before its issue',
    'travel-documents',
    passport,
    { 有效期起始日期: '', 有效期截止日期: '2019-12-31' },
    'ENDS_BEFORE_START',
  ],
  ['an unknown kind', 'travel-documents', passport, { 证照类型: '海员证' }, 'UNKNOWN_CODE'],
  ['an enterprise with a passport', 'travel-documents', passport, { 持证主体代码: USCC.mingmei }, 'WRONG_HOLDER'],
  ['a person with a food permit', 'food-and-liquor-permits', food, { 持证主体代码: LIN }, 'WRONG_HOLDER'],
  ['a passport number too short', 'travel-documents', passport, { 证照编号: 'E9001234' }, 'BAD_DOCUMENT_NUMBER'],
  ['a passport without a number', 'travel-documents', passport, { 证照编号: '' }, 'REQUIRED'],
  [
    'a food permit numbered like none',
    'food-and-liquor-permits',
    food,
    { 证照编号: 'SP23101040012345' },
    'BAD_DOCUMENT_NUMBER',
  ],
  [
    'a driving licence with somebody else’s number',
    'traffic-licences',
    driving,
    { 证照编号: idNumberOf('zhou-ming') },
    'BAD_DOCUMENT_NUMBER',
  ],
  [
    'a driving licence whose number fails its check',
    'traffic-licences',
    driving,
    { 证照编号: LIN.replace(/2$/, '3') },
    'BAD_DOCUMENT_NUMBER',
  ],
  [
    'a driving licence with a number plate for a number',
    'traffic-licences',
    driving,
    { 证照编号: '沪AX0012' },
    'BAD_DOCUMENT_NUMBER',
  ],
  ['a detail of another kind', 'traffic-licences', driving, { 使用性质: '非营运' }, 'NOT_OF_KIND'],
  ['a detail that is no day', 'traffic-licences', driving, { 初次领证日期: '2020-02-30' }, 'BAD_DATE'],
  ['an end that is no day', 'travel-documents', passport, { 有效期截止日期: '2029-02-29' }, 'BAD_DATE'],
  [
    'a holder whom nobody knows',
    'travel-documents',
    passport,
    { 持证主体代码: '11010519491231002X' },
    'UNKNOWN_PERSON',
  ],
  [
    'an endorsement that ends before it begins',
    'endorsements',
    endorsement,
    { 签注截止日期: '2025-12-31' },
    'ENDS_BEFORE_START',
  ],
  ['an endorsement that the permit does not carry', 'endorsements', endorsement, { 签注种类: 'X' }, 'NOT_OF_KIND'],
  ['more entries left than it had', 'endorsements', endorsement, { 剩余次数: '3' }, 'REFUSED_BY_STORE'],
  [
    'an unknown status',
    'status-changes',
    { 电子证照标识: 'T1', 持证主体代码: LIN, 变更日期: '2026-01-01', 证照状态: '注销' },
    { 证照状态: '作废' },
    'UNKNOWN_CODE',
  ],
];

eachEngine((database) => {
  describe('a row', () => {
    let registry: OpenLicences;
    beforeAll(async () => {
      registry = await openLicences(database().store('licences'));
    }, 120_000);
    afterAll(() => registry.close());

    const take = (source: string, ...rows: object[]) =>
      registry.drop(`licences.${source}`, rows as Readonly<Record<string, string>>[]);

    it.each(DEFECTS)('with %s is quarantined, and only that row', async (_what, source, good, wrong, reason) => {
      const named = { 电子证照标识: `D-${reason}-${String(Math.random())}` };
      const report = await take(
        source,
        { ...good, ...named, ...wrong },
        { ...good, 电子证照标识: `G-${String(Math.random())}` },
      );
      expect([report.accepted, report.quarantined, Object.keys(report.reasons)]).toEqual([1, 1, [reason]]);
    });

    const untilOf = async (record: string) => {
      const row = await database()
        .store<{ licence: { record: string; valid_until: string | null } }>('licences')
        .read({ holder: 'test' }, (executor) =>
          executor.selectFrom('licence').where('record', '=', record).select('valid_until').executeTakeFirst(),
        );
      return row?.valid_until;
    };

    it.each([
      ['2029-12-31', '2030-01-01'],
      ['2028-02-28', '2028-02-29'],
      ['2027-02-28', '2027-03-01'],
      ['2029年12月30日', '2029-12-31'],
      ['长期', null],
      ['', null],
      // One day is a term.
      ['2020-01-01', '2020-01-02'],
    ])('that is printed valid to %s is so until %s, which is the first day it is not', async (printed, until) => {
      const record = `U-${printed}`;
      const report = await take('travel-documents', { ...passport, 电子证照标识: record, 有效期截止日期: printed });
      expect(report.reasons).toEqual({});
      expect(await untilOf(record)).toBe(until);
    });

    it('of a renewal stands beside the licence that it replaces', async () => {
      const report = await take(
        'food-and-liquor-permits',
        { ...food, 电子证照标识: 'R1' },
        {
          ...food,
          电子证照标识: 'R2',
          颁证日期: '2029-12-20',
          有效期起始日期: '2030-01-01',
          有效期截止日期: '2034-12-31',
        },
      );
      expect(report.accepted).toBe(2);
    });
  });

  describe('a full drop', () => {
    let registry: OpenLicences;
    beforeAll(async () => {
      registry = await openLicences(database().store('licences'));
      await registry.loadDemo();
    }, 120_000);
    afterAll(() => registry.close());

    it('withdraws what its own register has left out, and nothing of other issuers’', async () => {
      const tobacco = registry.ingest.findDeclaration('licences.tobacco-permits');
      expect(tobacco?.set).toMatchObject({ register: 'tobacco-permits' });
      const permit = (record: string, number: string) => ({
        电子证照标识: record,
        证照编号: number,
        持证主体代码: USCC.mingmei,
        颁证日期: '2026-11-22',
      });
      // Eleven, of which the next drop leaves one out: less than the tenth that a source may close.
      const eleven = Array.from({ length: 11 }, (_, index) => permit(`F${index}`, String(310104000000 + index)));
      await registry.drop('licences.tobacco-permits', eleven);
      const held = {
        电子证照标识: 'DZ310109-2022-000111',
        证照编号: '310109104512',
        持证主体代码: USCC.hujiang,
        颁证机构: '上海市虹口区烟草专卖局',
        颁证日期: '2022-05-18',
        有效期起始日期: '2022-05-18',
        有效期截止日期: '2027-05-17',
        许可范围: '卷烟、雪茄烟零售',
      };
      const report = await registry.drop('licences.tobacco-permits', [held, ...eleven.slice(1)], {
        manifest: { kind: 'full', date: '2026-11-23' },
      });
      expect([report.closed, report.quarantined]).toEqual([1, 0]);
      const gone = await database()
        .store<{ licence: { record: string; withdrawn_on: string | null } }>('licences')
        .read({ holder: 'test' }, (executor) =>
          executor
            .selectFrom('licence')
            .where('withdrawn_on', 'is not', null)
            .select(['record', 'withdrawn_on'])
            .execute(),
        );
      expect(gone).toEqual([{ record: 'F0', withdrawn_on: '2026-11-23' }]);
    });
  });
});
