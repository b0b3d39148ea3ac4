import type { RetentionTerm } from '../kit/definition.ts';

/**
 * How long what has ended stays on file, after the terms of official records (机关文件材料归档范围和文书档案保管期限规定,
 * 国家档案局令第8号: 10 or 30 years) and no longer than that needs (个人信息保护法 第十九条). What is in force stays, and so
 * do records of civil status, which have no end.
 */
export const retention: readonly RetentionTerm[] = [
  { table: 'licence', column: 'valid_until', term: 'P30Y' },
  { table: 'licence', column: 'withdrawn_on', term: 'P30Y' },
  { table: 'endorsement', column: 'valid_until', term: 'P10Y' },
  {
    table: 'status_change',
    column: 'since',
    term: 'P30Y',
    where: 'not exists (select from licences.licence held where held.record = status_change.record)',
  },
];
