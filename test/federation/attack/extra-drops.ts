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
};

/** Rows that no drop brings: a building of no district, and a reference to a file that was merged since. */
export const EXTRA_ROWS: readonly string[] = [
  "insert into personal.premise (id, address, use) values ('FW3100000001', '上海市某处（示例）1号', '仓储')",
  `insert into enterprises.representative (uscc, citizen_id, since)
   select '9131011313345628XR', id, '2020-01-01' from personal.citizen where merged_into is not null`,
];
