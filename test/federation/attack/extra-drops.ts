/** A second number, and so a second file, of 张志强, which is merged into his own. */
export const MERGED_NUMBER = '310105197208080356';

/**
 * Rows that attacks need beside the demo drops, by source: guardianships that ended before, ended today and begin
 * tomorrow, a handler whose mandate ran out today.
 */
export const EXTRA_DROPS: Readonly<Record<string, string>> = {
  'personal.citizens': `公民身份号码,姓名,性别,出生日期,民族,国籍,政治面貌,文化程度,婚姻状况
${MERGED_NUMBER},张志强,男,1972-08-08,汉族,中国,群众,大学本科,已婚
`,
  'personal.number-corrections': `原公民身份号码,现公民身份号码,更正日期
${MERGED_NUMBER},310105197208080313,2024-05-20
`,
  'personal.guardianships': `登记字号,被监护人公民身份号码,监护人公民身份号码,监护机构,监护类型,开始日期,终止日期
X310110-2021-00001,310110201906010179,310106200009010153,,指定,2021-04-19,2021-05-10
X310107-2025-00002,310107201602290409,310106200009010153,,指定,2025-01-01,2026-11-22
X310110-2026-00003,310110201906010179,310112197905160136,,指定,2026-11-23,
`,
  'enterprises.mandates': `授权编号,统一社会信用代码,经办人公民身份号码,授权事项,授权起始日期,授权失效日期
SQ310105-2026-00900,91310105MA1FWBB23B,310106200009010153,annual-report,2026-01-05,2026-11-22
`,
  // What no child would have in life, in the file of a ward: each type of the archive is seen by a guardian.
  'archive.pensions': `公民身份号码,个人编号,账户储存额,余额日期,此前累计月数,待遇起始日期,月待遇
310107201602290409,YL3101070000901,12.00,2026-10-31,0,,
`,
  'archive.housing-funds': `公民身份号码,公积金账号,账户余额,余额日期,月缴存额
310107201602290409,GJJ310107000901,1200.00,2026-10-31,100.00
`,
  'archive.housing-loans': `合同编号,公民身份号码,贷款金额,贷款余额,发放日期,到期日期,月还款额
GJJDK2024-03107-0901,310107201602290409,300000,290000.00,2024-05-01,2054-05-01,1197.20
`,
  'archive.utility-accounts': `类别,户号,户主公民身份号码,用户地址,所在区
水,S0310107901,310107201602290409,上海市普陀区某路（示例）1号,310107
`,
  'archive.utility-bills': `账单号,类别,户号,户主公民身份号码,账期,用量,金额,缴费期限,缴费时间
ZD202608S0310107901,水,S0310107901,310107201602290409,2026-08,12,34.10,2026-09-20,2026-09-06T20:14:00+08:00
`,
  'archive.tax-years': `公民身份号码,年度,综合所得,扣除合计,应纳税额,已缴税额,汇算日期
310107201602290409,2025,1000,1000,0,0,
`,
  'archive.credit-scores': `公民身份号码,评分,等级,评分日期
310107201602290409,600,B,2026-10-31
`,
  'archive.credit-records': `记录编号,公民身份号码,信息类别,性质,认定日期,失效日期,提供单位,内容
XY2025-0000901,310107201602290409,志愿服务,守信,2025-12-05,,民政局,年度志愿服务满100小时。
`,
  'archive.drivers': `公民身份号码,初次领证日期,满分学习考试合格日期
310107201602290409,2024-05-16,
`,
  'archive.violations': `违法编号,公民身份号码,违法时间,违法地点,违法代码,违法行为,号牌号码,罚款金额,记分,处理状态,送达日期,缴款日期
JW310107202610120901,310107201602290409,2026-10-12T08:17:00+08:00,普陀区某路（示例）,1344,违反禁令标志指示,沪A00901,200,1,未处理,,
`,
  'archive.contributions': `公民身份号码,缴费年月,单位名称,统一社会信用代码,缴费基数,个人缴纳,单位缴纳,险种,到账日期
310107201602290409,2026-01,上海示例设计有限公司,,7840.00,823.20,2019.58,养老、医疗、失业、工伤、生育,2026-01-15
`,
  'archive.border-crossings': `记录编号,公民身份号码,时间,口岸,方向,证件种类,证件号码
CRJ202507120901,310107201602290409,2025-07-12T09:40:00+08:00,上海浦东国际机场,出境,普通护照,EA0000901
`,
};

/** A tag that nobody holds any more. */
const CONTESTED = 'moved';

/** Rows that no drop brings: a building of no district, and a reference to a file that was merged since. */
export const EXTRA_ROWS: readonly string[] = [
  "insert into personal.premise (id, address, use) values ('FW3100000001', '上海市某处（示例）1号', '仓储')",
  `insert into enterprises.representative (uscc, citizen_id, since)
   select '9131011313345628XR', id, '2020-01-01' from personal.citizen where merged_into is not null`,
  // What is believed of everybody, and what some contest: nothing is derived here.
  `insert into tagging.belief (subject, tag, since, until, state, version, evidence, known_from)
   select id, 'elderly', 0, null, 'IN', 1, '[]', '2024-01-01' from personal.citizen where merged_into is null`,
  `insert into tagging.belief (subject, tag, since, until, state, version, evidence, known_from)
   select uscc, 'growing', 0, null, 'IN', 1, '[]', '2024-01-01' from enterprises.enterprise`,
  `insert into tagging.contest (held_tag, subject, tag, since, claim, raised_by, opened_at)
   select id || '.${CONTESTED}.1970-01-01', id, '${CONTESTED}', 0, '不对', id, '2026-01-01' from personal.citizen
   where merged_into is null`,
];
