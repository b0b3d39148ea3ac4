import { textOf } from '../days.ts';
import type { Application, Touchpoint } from '../affairs/application.ts';
import { defineDrop } from '../writing/drop.ts';
import { at } from './enterprises.ts';

const idOf = ({ id }: Application): string => id;

export const applications = defineDrop<Application>('transactions.applications', {
  办件编号: idOf,
  事项编码: ({ service }) => service,
  申请人证件号码: ({ applicant }) => applicant,
  经办人公民身份号码: ({ handler }) => handler?.number ?? '',
  办件状态: ({ state }) => state,
  状态时间: ({ since, opened, minute }) => at(since, since === opened ? minute + 30 : Math.max(minute, 560) + 30),
  开始时间: ({ opened, minute }) => at(opened, minute - 25),
  承诺办结日期: ({ due }) => textOf(due),
  办理结果: ({ result }) => result,
});

export const appointments = defineDrop<Application>('transactions.appointments', {
  预约编号: ({ id }) => `YY${id}`,
  办件编号: idOf,
  事项编码: ({ service }) => service,
  网点编码: ({ office }) => office,
  预约开始时间: ({ opened, minute }) => at(opened, minute - (minute % 20)),
  预约结束时间: ({ opened, minute }) => at(opened, minute - (minute % 20) + 20),
  预约状态: () => '已到场',
  预约号: ({ minute }) => `A${String(minute % 1_000).padStart(3, '0')}`,
});

export const touchpoints = defineDrop<{ application: Application; it: Touchpoint; index: number }>(
  'transactions.touchpoints',
  {
    环节流水号: ({ application, index }) => `${application.id}-${String(index).padStart(2, '0')}`,
    办件编号: ({ application }) => application.id,
    发生时间: ({ it }) => at(it.day, it.minute),
    环节: ({ it }) => it.step,
    渠道: ({ it }) => it.channel,
    办理方: ({ it }) => it.by,
    备注: () => '',
  },
);

export const materials = defineDrop<{ application: Application; code: string; state: string; licence: string }>(
  'transactions.materials',
  {
    办件编号: ({ application }) => application.id,
    材料编码: ({ code }) => code,
    材料状态: ({ state }) => state,
    电子证照编号: ({ licence }) => licence,
    说明: ({ state }) => (state === '免交' ? '已由电子证照核验' : ''),
  },
);

export const formValues = defineDrop<{ application: Application; field: string; value: string; from: string }>(
  'transactions.form-values',
  {
    办件编号: ({ application }) => application.id,
    表单项: ({ field }) => field,
    填写内容: ({ value }) => value,
    数据来源: ({ from }) => from,
  },
);

type Rated = Application & { rating: NonNullable<Application['rating']> };

export const ratings = defineDrop<Rated>('transactions.ratings', {
  办件编号: idOf,
  事项编码: ({ service }) => service,
  服务机构编码: () => '',
  评价等级: ({ rating }) => rating.level,
  评价标签: ({ rating }) => rating.tags,
  评价内容: ({ rating }) => rating.comment,
  评价时间: ({ rating, minute }) => at(rating.day, Math.max(minute, 560) + 45),
});

export const rectifications = defineDrop<Rated & { closed: string }>('transactions.rectifications', {
  办件编号: idOf,
  整改状态: ({ closed }) => (closed === '' ? '整改中' : '已整改'),
  整改情况: ({ closed }) => (closed === '' ? '' : '已回访申请人并改进办理流程'),
  整改完成日期: ({ closed }) => closed,
});
