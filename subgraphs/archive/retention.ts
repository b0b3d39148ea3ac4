import type { RetentionTerm } from '../kit/definition.ts';

/**
 * How long what has ended stays on file. Contributions, pensions and vaccinations are kept for life (社会保险法 第七十四条;
 * 疫苗管理法 第四十七条), what is in force stays.
 */
export const retention: readonly RetentionTerm[] = [
  // Vouchers of accounts: 会计档案管理办法, annex 1.
  { table: 'medical_entry', column: 'date', term: 'P30Y' },
  { table: 'housing_entry', column: 'date', term: 'P30Y' },
  { table: 'housing_loan', column: 'until', term: 'P30Y', where: 'outstanding = 0' },
  // Claims run out after three years: 民法典 第一百八十八条.
  { table: 'utility_bill', column: 'paid_at', term: 'P3Y' },
  // Tax documents are kept for ten years: 税收征收管理法实施细则 第二十九条.
  { table: 'tax_year', column: 'settled_on', term: 'P10Y' },
  // Records of outpatients, of inpatients: 医疗机构病历管理规定 第二十九条.
  { table: 'check_up', column: 'date', term: 'P15Y' },
  { table: 'pregnancy', column: 'ended_on', term: 'P30Y' },
  // What speaks against somebody goes five years after it ended: 征信业管理条例 第十六条.
  { table: 'credit_record', column: 'until', term: 'P5Y', where: 'not positive' },
  // 机动车驾驶证申领和使用规定 looks back over five cycles of points for the largest vehicles.
  { table: 'violation', column: 'at', term: 'P6Y', where: "state in ('PAID', 'CANCELLED')" },
  // As long as the longest document for it is valid: 护照法 第七条.
  { table: 'border_crossing', column: 'at', term: 'P10Y' },
];
