import { textOf, textOrNone, type Day } from '../days.ts';
import type { Branch, Change, History, Listing, Penalty, Report } from '../enterprises/history.ts';
import type { Enterprise } from '../enterprises/enterprise.ts';
import type { Share, Term } from '../enterprises/venture.ts';
import { defineDrop, yesOrNo } from '../writing/drop.ts';
import type { Person, Premise } from '../world/model.ts';

/** Something of an enterprise's. */
export interface OfEnterprise<T> {
  uscc: string;
  it: T;
}

export interface Registration {
  name: string;
  uscc: string;
  since: Day;
  kind: string;
  capital: number | null;
  scope: string;
  district: string;
  address: string;
  status: string;
  until: Day | null;
}

const usccOf = ({ uscc }: { uscc: string }): string => uscc;
const millions = (amount: number): string => `${amount}万元人民币`;

export const registrations = defineDrop<Registration>('enterprises.registrations', {
  企业名称: ({ name }) => name,
  统一社会信用代码: usccOf,
  注册日期: ({ since }) => textOf(since),
  企业类型: ({ kind }) => kind,
  注册资金: ({ capital }) => (capital === null ? '' : millions(capital)),
  经营范围: ({ scope }) => scope,
  所在省份: () => '上海',
  地区: ({ district }) => district,
  注册地址: ({ address }) => address,
  登记状态: ({ status }) => status,
  注销吊销日期: ({ until }) => textOrNone(until),
});

export const representatives = defineDrop<OfEnterprise<Term>>('enterprises.representatives', {
  统一社会信用代码: usccOf,
  公民身份号码: ({ it }) => it.person.number,
  任职日期: ({ it }) => textOf(it.since),
  免职日期: ({ it }) => textOrNone(it.until),
});

export const officers = defineDrop<OfEnterprise<Term> & { role: '董事' | '监事' }>('enterprises.officers', {
  统一社会信用代码: usccOf,
  公民身份号码: ({ it }) => it.person.number,
  职务: ({ role }) => role,
  任职日期: ({ it }) => textOf(it.since),
  免职日期: ({ it }) => textOrNone(it.until),
});

const ownerOf = (owner: Person | Enterprise): string => ('born' in owner ? owner.number : owner.uscc);

export const shareholders = defineDrop<OfEnterprise<Share> & { capital: number }>('enterprises.shareholders', {
  统一社会信用代码: usccOf,
  股东证件号码: ({ it }) => ownerOf(it.owner),
  出资比例: ({ it }) => it.percent,
  认缴出资额: ({ it, capital }) => millions(Math.round(capital * it.percent * 100) / 10_000),
  持股日期: ({ it }) => textOf(it.since),
  转出日期: ({ it }) => textOrNone(it.until),
});

export const mandates = defineDrop<OfEnterprise<Term & { services: readonly string[] }> & { id: string }>(
  'enterprises.mandates',
  {
    授权编号: ({ id }) => id,
    统一社会信用代码: usccOf,
    经办人公民身份号码: ({ it }) => it.person.number,
    授权事项: ({ it }) => it.services.join('、'),
    授权起始日期: ({ it }) => textOf(it.since),
    授权失效日期: ({ it }) => textOrNone(it.until),
  },
);

/** Filed at ten in the morning in Shanghai, for want of a better hour. */
export const at = (day: Day, minute = 600): string =>
  `${textOf(day)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`;

export const reports = defineDrop<OfEnterprise<Report>>('enterprises.annual-reports', {
  统一社会信用代码: usccOf,
  年度: ({ it }) => it.year,
  公示时间: ({ it }) => (it.filed === null ? '' : at(it.filed, 540 + ((it.employees * 7) % 500))),
  免报: () => '否',
  营业总收入: ({ it }) => (it.filed === null ? '' : (it.revenue ?? '不公示')),
  纳税总额: ({ it }) => (it.filed === null ? '' : (it.taxes ?? '不公示')),
  从业人数: ({ it }) => (it.filed === null ? '' : it.employees),
});

export const listings = defineDrop<OfEnterprise<Listing>>('enterprises.listings', {
  统一社会信用代码: usccOf,
  名录: ({ it }) => it.directory,
  列入日期: ({ it }) => textOf(it.since),
  移出日期: ({ it }) => textOrNone(it.until),
  列入事由: ({ it }) => it.ground,
  依据条款: ({ it }) => it.citation,
  决定机关: ({ it }) => it.decidedBy,
});

export const penalties = defineDrop<OfEnterprise<Penalty>>('enterprises.penalties', {
  处罚决定书文号: ({ it }) => it.number,
  统一社会信用代码: usccOf,
  处罚机关: ({ it }) => it.department,
  处罚决定日期: ({ it }) => textOf(it.day),
  违法事实和依据: ({ it }) => it.ground,
  罚款金额: ({ it }) => it.amount ?? '',
  是否公示: ({ it }) => yesOrNo(it.isPublished),
});

export const changes = defineDrop<OfEnterprise<Change>>('enterprises.changes', {
  统一社会信用代码: usccOf,
  变更日期: ({ it }) => textOf(it.day),
  变更事项: ({ it }) => it.kind,
  变更前内容: ({ it }) => it.before,
  变更后内容: ({ it }) => it.after,
});

export const branches = defineDrop<OfEnterprise<Branch>>('enterprises.branches', {
  统一社会信用代码: usccOf,
  分支机构统一社会信用代码: ({ it }) => it.uscc,
  设立日期: ({ it }) => textOf(it.since),
  撤销日期: ({ it }) => textOrNone(it.until),
});

export const workplaces = defineDrop<OfEnterprise<Premise>>('enterprises.premises', {
  统一社会信用代码: usccOf,
  房屋编码: ({ it }) => it.id,
  经度: ({ it }) => it.longitude,
  纬度: ({ it }) => it.latitude,
});

export const toRegistration = (enterprise: Enterprise, history: History): Registration => ({
  name: history.name,
  uscc: enterprise.uscc,
  since: enterprise.since,
  kind: enterprise.kind,
  capital: history.capital,
  scope: history.scope,
  district: enterprise.district.short,
  address: history.address,
  status: enterprise.ending ?? '存续',
  until: enterprise.until,
});
