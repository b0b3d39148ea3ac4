import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { eachEngine } from '../../../support/stores.ts';
import { numberOf, openArchive, type OpenArchive } from '../demo.ts';

type Row = Readonly<Record<string, string>>;

const lin = { 公民身份号码: numberOf('lin-xiaomei') };
const kexin = { 公民身份号码: numberOf('zhou-kexin') };

const GOOD: Readonly<Record<string, Row>> = {
  'medical-insurance': { ...lin, 医保账号: 'YB1', 险种: '职工医保', 个人账户余额: '10', 参保日期: '2015-03-01' },
  'medical-entries': { ...lin, 流水号: 'M1', 日期: '2026-05-18', 业务类型: '门诊', 发生额: '-126.50' },
  pensions: { ...lin, 个人编号: 'YL1', 账户储存额: '100' },
  'pension-entries': { ...lin, 流水号: 'P1', 日期: '2026-10-15', 业务类型: '缴费记入', 发生额: '1120' },
  'housing-funds': { ...lin, 公积金账号: 'GJJ1', 账户余额: '100' },
  'housing-entries': { ...lin, 流水号: 'H1', 日期: '2026-10-20', 业务类型: '汇缴', 发生额: '1960' },
  'housing-loans': {
    ...lin,
    合同编号: 'D1',
    贷款金额: '"500,000"',
    贷款余额: '"371,044.80"',
    发放日期: '2020-07-10',
    到期日期: '2040-07-10',
    月还款额: '2768.10',
  },
  'utility-accounts': { 户主公民身份号码: lin.公民身份号码, 类别: '燃气', 户号: 'R1', 所在区: '徐汇' },
  'utility-bills': {
    户主公民身份号码: lin.公民身份号码,
    账单号: 'B1',
    类别: '燃气',
    户号: 'R1',
    账期: '2026-09',
    用量: '31',
    金额: '93',
    缴费期限: '2026-10-31',
  },
  'tax-years': { ...lin, 年度: '2025', 综合所得: '168000', 扣除合计: '0', 应纳税额: '1', 已缴税额: '1' },
  'health-basics': { ...lin, 血型: 'A型RH阳性', 过敏史: '青霉素' },
  vaccinations: { ...kexin, 疫苗: '乙肝疫苗', 剂次: '1', 接种日期: '2021-03-08', 接种单位: '示例' },
  'check-ups': { ...kexin, 体检日期: '2026-09-15', 体检机构: '示例', 总检结论: '正常' },
  pregnancies: { ...lin, 建册日期: '2020-08-15', 预产期: '2021-03-12', 终止日期: '2021-03-08' },
  'credit-scores': { ...lin, 评分: '742', 等级: 'A', 评分日期: '2026-10-31' },
  'credit-records': {
    ...lin,
    记录编号: 'X1',
    信息类别: '欠缴税款',
    性质: '失信',
    认定日期: '2024-06-18',
    提供单位: '税务局',
    内容: '示例',
  },
  drivers: { ...lin, 初次领证日期: '2012-02-29' },
  violations: {
    ...lin,
    违法编号: 'V1',
    违法时间: '2026-08-05T23:30:00+08:00',
    违法地点: '示例',
    违法代码: '1301',
    违法行为: '逆向行驶',
    罚款金额: '200',
    记分: '3',
    处理状态: '已处理未缴款',
    送达日期: '2026-08-05',
  },
  contributions: {
    ...lin,
    缴费年月: '2026-09',
    单位名称: '示例',
    缴费基数: '14000',
    个人缴纳: '1470',
    单位缴纳: '3606.40',
    险种: '养老、医疗',
    到账日期: '2026-09-01',
  },
  'border-crossings': {
    ...lin,
    记录编号: 'C1',
    时间: '2025-07-12T09:40:00+08:00',
    口岸: '示例',
    方向: '出境',
    证件种类: '护照',
  },
};

/** What a defect changes of a good row, and the reason with which it is set aside. */
const DEFECTS: readonly (readonly [what: string, drop: string, change: Row, reason: string])[] = [
  ['a dose before birth', 'vaccinations', { 接种日期: '2021-03-07' }, 'BEFORE_BIRTH 接种日期'],
  ['a check-up before birth', 'check-ups', { 体检日期: '20210307' }, 'BEFORE_BIRTH 体检日期'],
  ['a dose of number nought', 'vaccinations', { 剂次: '0' }, 'BAD_NUMBER 剂次'],
  ['a licence before birth', 'drivers', { 初次领证日期: '1988-09-20' }, 'BEFORE_BIRTH 初次领证日期'],
  ['an insurance before birth', 'medical-insurance', { 参保日期: '1988-09-20' }, 'BEFORE_BIRTH 参保日期'],
  ['an insurance that ends first', 'medical-insurance', { 停保日期: '2015-02-28' }, 'ENDS_BEFORE_START 停保日期'],
  ['a negative balance at the insurer', 'medical-insurance', { 个人账户余额: '-0.01' }, 'BAD_NUMBER 个人账户余额'],
  ['a negative balance of the pension', 'pensions', { 账户储存额: '-1' }, 'BAD_NUMBER 账户储存额'],
  ['a negative balance of the fund', 'housing-funds', { 账户余额: '-1' }, 'BAD_NUMBER 账户余额'],
  ['an entry of an unknown kind', 'housing-entries', { 业务类型: '门诊' }, 'UNKNOWN_CODE 业务类型'],
  ['a loan that ends first', 'housing-loans', { 到期日期: '2020-07-09' }, 'ENDS_BEFORE_START 到期日期'],
  ['a loan of which more is left', 'housing-loans', { 贷款余额: '500000.01' }, 'REFUSED_BY_HOOK 贷款余额'],
  ['a bill of no month', 'utility-bills', { 账期: '2026-13' }, 'BAD_MONTH 账期'],
  ['a bill due before its month', 'utility-bills', { 缴费期限: '2026-08-31' }, 'ENDS_BEFORE_START 缴费期限'],
  [
    'a bill paid before its month',
    'utility-bills',
    { 缴费时间: '2026-08-31T23:59:59+08:00' },
    'PAID_TOO_EARLY 缴费时间',
  ],
  ['a negative usage', 'utility-bills', { 用量: '-3' }, 'BAD_NUMBER 用量'],
  ['a year settled before it began', 'tax-years', { 汇算日期: '2024-12-31' }, 'PAID_TOO_EARLY 汇算日期'],
  ['a birth expected before', 'pregnancies', { 预产期: '2020-08-14' }, 'ENDS_BEFORE_START 预产期'],
  ['a pregnancy that ends first', 'pregnancies', { 终止日期: '2020-08-14' }, 'ENDS_BEFORE_START 终止日期'],
  ['a credit record that ends first', 'credit-records', { 失效日期: '2024-06-17' }, 'ENDS_BEFORE_START 失效日期'],
  ['a score beyond the scale', 'credit-scores', { 评分: '1001' }, 'BAD_NUMBER 评分'],
  ['a decision before the violation', 'violations', { 送达日期: '2026-08-04' }, 'ENDS_BEFORE_START 送达日期'],
  ['a decision without its day', 'violations', { 送达日期: '' }, 'REQUIRED 送达日期'],
  ['a fine paid before the violation', 'violations', { 缴款日期: '2026-08-04' }, 'PAID_TOO_EARLY 缴款日期'],
  ['thirteen points', 'violations', { 记分: '13' }, 'BAD_NUMBER 记分'],
  ['a month paid before it began', 'contributions', { 到账日期: '2026-08-31' }, 'PAID_TOO_EARLY 到账日期'],
  ['a month before birth', 'contributions', { 缴费年月: '1988-08', 到账日期: '' }, 'BEFORE_BIRTH 缴费年月'],
  ['an insurance of no known kind', 'contributions', { 险种: '养老、车险' }, 'UNKNOWN_CODE 险种'],
  ['a crossing at no instant', 'border-crossings', { 时间: '2025-07-12' }, 'BAD_DATE_TIME 时间'],
  ['somebody unknown', 'credit-scores', { 公民身份号码: '11010519491231002X' }, 'UNKNOWN_PERSON 公民身份号码'],
];

eachEngine((database) => {
  describe('a drop of the archive', () => {
    let registry: OpenArchive;
    beforeAll(async () => {
      registry = await openArchive(database().store('archive'));
    }, 60_000);
    afterAll(() => registry.close());

    const query = <R>(text: string): Promise<R[]> =>
      registry.store.read({ holder: 'test' }, async (executor) => (await sql.raw<R>(text).execute(executor)).rows);
    const setAside = async (source: string): Promise<string[]> => {
      const rows = await query<{ reasons: { code: string; column: string | null }[] }>(
        `select reasons from archive.ingest_quarantine where source = 'archive.${source}' order by id`,
      );
      return rows.flatMap(({ reasons }) => reasons.map(({ code, column }) => `${code} ${column ?? ''}`.trim()));
    };

    it('of every source takes a good row in', async () => {
      const drops = registry.ingest.declarations.map(({ source }) => source.replace('archive.', ''));
      expect(Object.keys(GOOD).sort()).toEqual([...drops].sort());
      for (const drop of drops) {
        const report = await registry.drop(`archive.${drop}`, [GOOD[drop] ?? {}]);
        expect([drop, report.accepted, report.reasons]).toEqual([drop, 1, {}]);
      }
    }, 60_000);

    it.each(DEFECTS)('sets %s aside (%s)', async (_what, drop, change, reason) => {
      const before = await setAside(drop);
      const report = await registry.drop(`archive.${drop}`, [{ ...GOOD[drop], ...change }]);
      expect([report.accepted, report.changed, report.quarantined]).toEqual([0, 0, 1]);
      expect((await setAside(drop)).slice(before.length)).toEqual([reason]);
    });

    it('sets a second contribution for a month aside, whoever paid it, and takes the same one twice as one', async () => {
      const row = { ...GOOD['contributions'], 缴费年月: '2026-10', 到账日期: '2026-10-15' };
      const report = await registry.drop('archive.contributions', [row, { ...row, 单位名称: '另一单位' }, row]);
      expect(report).toMatchObject({ accepted: 1, unchanged: 1, quarantined: 1, reasons: { DUPLICATE_KEY: 1 } });
    });

    it('reads months however they are written, and kinds in one order', async () => {
      const row = { ...GOOD['contributions'], 到账日期: '' };
      const report = await registry.drop('archive.contributions', [
        { ...row, 缴费年月: '202603', 险种: '生育，养老保险' },
        { ...row, 缴费年月: '2026年4月', 险种: '工伤' },
      ]);
      expect(report).toMatchObject({ accepted: 2, quarantined: 0 });
      expect(
        await query(`select month, kinds from archive.contribution where month between '2026-03-01' and '2026-04-30'
          order by month`),
      ).toEqual([
        { month: '2026-03-01', kinds: ['PENSION', 'MATERNITY'] },
        { month: '2026-04-01', kinds: ['WORK_INJURY'] },
      ]);
    });

    it('tells no allergy from no answer', async () => {
      const of = async (slug: string) =>
        query(`select allergies from archive.health_basics where citizen_id = 'c1_${slug}'`);
      await registry.drop('archive.health-basics', [
        { 公民身份号码: numberOf('zhou-ming'), 血型: '', 过敏史: '无' },
        { 公民身份号码: numberOf('li-xiuying'), 血型: '', 过敏史: '' },
      ]);
      expect(await of('zhou-ming')).toEqual([{ allergies: [] }]);
      expect(await of('li-xiuying')).toEqual([{ allergies: null }]);
    });
  });
});
