import { monthText, textOf, textOrNone, type Day, type Month } from '../days.ts';
import type { CheckUp, Dose, Pregnancy } from '../lives/health.ts';
import type { Contribution, PensionAccount } from '../lives/insurance.ts';
import type { FundAccount, Loan, TaxYear } from '../lives/finance.ts';
import type { CreditRecord, Score } from '../lives/credit.ts';
import type { Crossing } from '../lives/crossings.ts';
import type { Violation } from '../lives/traffic.ts';
import type { Bill, UtilityAccount } from '../lives/utilities.ts';
import { defineDrop, type Drop } from '../writing/drop.ts';
import type { Person } from '../world/model.ts';
import { at } from './enterprises.ts';

/** Something of one person's. */
export interface Of<T> {
  person: Person;
  it: T;
}
const numberOf = ({ person }: { person: Person }): string => person.number;

export const contributions = defineDrop<Of<Contribution>>('archive.contributions', {
  公民身份号码: numberOf,
  缴费年月: ({ it }) => monthText(it.month),
  单位名称: ({ it }) => it.job.employer.name,
  统一社会信用代码: ({ it }) => it.job.employer.uscc,
  缴费基数: ({ it }) => it.base,
  个人缴纳: ({ it }) => it.personal,
  单位缴纳: ({ it }) => it.company,
  险种: () => '养老、医疗、失业、工伤、生育',
  到账日期: ({ it }) => `${monthText(it.month)}-15`,
});

export const pensions = defineDrop<Of<PensionAccount> & { today: Day }>('archive.pensions', {
  公民身份号码: numberOf,
  个人编号: ({ person }) => `YL${String(person.serial).padStart(10, '0')}`,
  账户储存额: ({ it }) => it.balance,
  余额日期: ({ today }) => textOf(today),
  此前累计月数: ({ it }) => it.earlier,
  待遇起始日期: ({ person }) => textOrNone(person.retired),
  月待遇: ({ it }) => it.monthlyBenefit ?? '',
});

/** A booking on an account. */
export interface Entry {
  id: string;
  day: Day;
  kind: string;
  amount: number;
  counterparty: string;
}
const entryDrop = (source: string): Drop<Of<Entry>> =>
  defineDrop<Of<Entry>>(source, {
    流水号: ({ it }) => it.id,
    公民身份号码: numberOf,
    日期: ({ it }) => textOf(it.day),
    业务类型: ({ it }) => it.kind,
    发生额: ({ it }) => it.amount,
    对方单位: ({ it }) => it.counterparty,
    备注: () => '',
  });
export const pensionEntries = entryDrop('archive.pension-entries');
export const medicalEntries = entryDrop('archive.medical-entries');
export const housingEntries = entryDrop('archive.housing-entries');

export interface Medical {
  isEmployee: boolean;
  balance: number | null;
  since: Day;
  until: Day | null;
}
export const medicalInsurance = defineDrop<Of<Medical> & { today: Day }>('archive.medical-insurance', {
  公民身份号码: numberOf,
  医保账号: ({ person }) => `YB${String(person.serial).padStart(10, '0')}`,
  险种: ({ it }) => (it.isEmployee ? '职工医保' : '居民医保'),
  个人账户余额: ({ it }) => it.balance ?? '',
  余额日期: ({ it, today }) => (it.balance === null ? '' : textOf(today)),
  参保日期: ({ it }) => textOf(it.since),
  停保日期: ({ it }) => textOrNone(it.until),
});

export const housingFunds = defineDrop<Of<FundAccount> & { today: Day }>('archive.housing-funds', {
  公民身份号码: numberOf,
  公积金账号: ({ it }) => it.number,
  账户余额: ({ it }) => it.balance,
  余额日期: ({ today }) => textOf(today),
  月缴存额: ({ it }) => it.deposit,
});

export const housingLoans = defineDrop<Of<Loan>>('archive.housing-loans', {
  合同编号: ({ it }) => it.contract,
  公民身份号码: numberOf,
  贷款金额: ({ it }) => it.principal,
  贷款余额: ({ it }) => it.outstanding,
  发放日期: ({ it }) => textOf(it.since),
  到期日期: ({ it }) => textOf(it.until),
  月还款额: ({ it }) => it.payment,
});

export const taxYears = defineDrop<Of<TaxYear>>('archive.tax-years', {
  公民身份号码: numberOf,
  年度: ({ it }) => it.year,
  综合所得: ({ it }) => it.income,
  扣除合计: ({ it }) => it.deductions,
  应纳税额: ({ it }) => it.due,
  已缴税额: ({ it }) => it.paid,
  汇算日期: ({ it }) => textOrNone(it.settled),
});

export const utilityAccounts = defineDrop<UtilityAccount>('archive.utility-accounts', {
  类别: ({ utility }) => utility,
  户号: ({ number }) => number,
  户主公民身份号码: ({ holder }) => holder.number,
  用户地址: ({ premise }) => premise.address,
  所在区: ({ premise }) => premise.district.code,
});

const billId = ({ account, month }: Bill): string => `${account.number}${monthText(month).replace('-', '')}`;
export const utilityBills = defineDrop<Bill>('archive.utility-bills', {
  账单号: billId,
  类别: ({ account }) => account.utility,
  户号: ({ account }) => account.number,
  户主公民身份号码: ({ account }) => account.holder.number,
  账期: ({ month }: { month: Month }) => monthText(month),
  用量: ({ usage }) => usage,
  金额: ({ amount }) => amount,
  缴费期限: ({ due }) => textOf(due),
  缴费时间: ({ paid, usage }) => (paid === null ? '' : at(paid, 480 + ((usage * 37) % 700))),
});

export const vaccinations = defineDrop<Of<Dose>>('archive.vaccinations', {
  公民身份号码: numberOf,
  疫苗: ({ it }) => it.vaccine,
  剂次: ({ it }) => it.dose,
  接种日期: ({ it }) => textOf(it.day),
  接种单位: ({ it }) => it.place,
  批号: ({ it }) => it.batch,
});

export const checkUps = defineDrop<Of<CheckUp>>('archive.check-ups', {
  公民身份号码: numberOf,
  体检日期: ({ it }) => textOf(it.day),
  体检机构: ({ it }) => it.place,
  总检结论: ({ it }) => it.summary,
});

export const pregnancies = defineDrop<Of<Pregnancy>>('archive.pregnancies', {
  公民身份号码: numberOf,
  建册日期: ({ it }) => textOf(it.registered),
  预产期: ({ it }) => textOf(it.expected),
  终止日期: ({ it }) => textOrNone(it.ended),
});

export const healthBasics = defineDrop<Of<{ blood: string; allergies: string }>>('archive.health-basics', {
  公民身份号码: numberOf,
  血型: ({ it }) => it.blood,
  过敏史: ({ it }) => it.allergies,
});

export const drivers = defineDrop<Of<Day>>('archive.drivers', {
  公民身份号码: numberOf,
  初次领证日期: ({ it }) => textOf(it),
  满分学习考试合格日期: () => '',
});

export const violations = defineDrop<Of<Violation>>('archive.violations', {
  违法编号: ({ it }) => it.id,
  公民身份号码: numberOf,
  违法时间: ({ it }) => at(it.day, it.minute),
  违法地点: ({ it }) => it.place,
  违法代码: ({ it }) => it.offence.code,
  违法行为: ({ it }) => it.offence.text,
  号牌号码: ({ it }) => it.plate,
  罚款金额: ({ it }) => it.offence.fine,
  记分: ({ it }) => it.offence.points,
  处理状态: ({ it }) => it.state,
  送达日期: ({ it }) => textOrNone(it.served),
  缴款日期: ({ it }) => textOrNone(it.paid),
});

export const creditScores = defineDrop<Of<Score> & { today: Day }>('archive.credit-scores', {
  公民身份号码: numberOf,
  评分: ({ it }) => it.score,
  等级: ({ it }) => it.grade,
  评分日期: ({ today }) => textOf(today),
});

export const creditRecords = defineDrop<Of<CreditRecord>>('archive.credit-records', {
  记录编号: ({ it }) => it.id,
  公民身份号码: numberOf,
  信息类别: ({ it }) => it.kind,
  性质: ({ it }) => (it.isPositive ? '守信' : '失信'),
  认定日期: ({ it }) => textOf(it.day),
  失效日期: ({ it }) => textOrNone(it.until),
  提供单位: ({ it }) => it.department,
  内容: ({ it }) => it.text,
});

export const crossings = defineDrop<Of<Crossing>>('archive.border-crossings', {
  记录编号: ({ it }) => it.id,
  公民身份号码: numberOf,
  时间: ({ it }) => at(it.day, it.minute),
  口岸: ({ it }) => it.port,
  方向: ({ it }) => it.direction,
  证件种类: ({ it }) => it.document,
  证件号码: ({ it }) => it.number,
});
