import { textOf, textOrNone } from '../days.ts';
import type { Endorsement, Licence } from '../lives/licence.ts';
import { defineDrop, type Drop } from '../writing/drop.ts';

const licenceDrop = (source: string, kinds: readonly string[], attributes: readonly string[] = []): Drop<Licence> =>
  defineDrop<Licence>(`licences.${source}`, {
    电子证照标识: ({ record }) => record,
    ...(kinds.length > 1 ? { 证照类型: ({ kind }: Licence) => kind } : {}),
    证照编号: ({ number }) => number,
    持证主体代码: ({ holder }) => holder,
    颁证机构: ({ office }) => office,
    颁证日期: ({ issued }) => textOf(issued),
    有效期起始日期: ({ issued }) => textOf(issued),
    有效期截止日期: ({ until }) => (until === null ? '长期' : textOf(until)),
    ...Object.fromEntries(attributes.map((header) => [header, ({ more }: Licence) => more[header] ?? ''])),
  });

/** Each drop with the kinds of licences that it carries, as it writes them, and the headers of what they have beside. */
const DROPS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['identity-cards', ['居民身份证'], []],
  ['birth-certificates', ['出生医学证明'], ['出生地点']],
  ['social-security-cards', ['社会保障卡'], ['合作银行']],
  ['residence-permits', ['居住证'], ['居住区']],
  ['education-certificates', ['学历证书'], ['毕业院校', '学历层次', '专业']],
  ['civil-status-certificates', ['结婚证', '离婚证'], []],
  ['disability-certificates', ['残疾人证'], ['残疾类别', '残疾等级']],
  ['senior-cards', ['老年人优待证'], []],
  ['household-registers', ['居民户口簿'], ['户别']],
  ['travel-documents', ['普通护照', '往来港澳通行证', '大陆居民往来台湾通行证'], []],
  [
    'traffic-licences',
    ['机动车驾驶证', '机动车行驶证'],
    ['准驾车型', '初次领证日期', '车辆类型', '使用性质', '检验有效期至'],
  ],
  ['dog-licences', ['养犬登记证'], ['犬种']],
  ['property-certificates', ['不动产权证书'], ['权利类型', '用途', '建筑面积', '共有情况']],
  ['business-licences', ['营业执照'], []],
  ['food-and-liquor-permits', ['食品经营许可证', '酒类商品零售许可证'], ['主体业态', '经营项目', '酒类经营范围']],
  ['hygiene-permits', ['公共场所卫生许可证'], ['场所类别']],
  ['special-trade-permits', ['特种行业许可证'], ['行业类别', '客房数']],
  ['drug-and-device-permits', ['药品经营许可证', '医疗器械经营许可证'], ['经营方式', '许可范围']],
  ['road-transport-permits', ['道路运输经营许可证'], ['许可范围']],
  ['hazardous-chemicals-permits', ['危险化学品经营许可证'], ['经营方式', '许可范围']],
  ['tobacco-permits', ['烟草专卖零售许可证'], ['许可范围']],
  ['labour-dispatch-permits', ['劳务派遣经营许可证'], ['许可范围']],
  ['travel-agency-permits', ['旅行社业务经营许可证'], ['许可范围']],
];

/** The drop of each kind of licences. */
export const licenceDrops: ReadonlyMap<string, Drop<Licence>> = new Map(
  DROPS.flatMap(([source, kinds, attributes]) => {
    const drop = licenceDrop(source, kinds, attributes);
    return kinds.map((kind) => [kind, drop] as const);
  }),
);

export const statusChanges = defineDrop<{ licence: Licence; it: Licence['changes'][number] }>(
  'licences.status-changes',
  {
    电子证照标识: ({ licence }) => licence.record,
    持证主体代码: ({ licence }) => licence.holder,
    变更日期: ({ it }) => textOf(it.day),
    证照状态: ({ it }) => it.status,
    变更事由: ({ it }) => it.ground,
  },
);

export const endorsements = defineDrop<{ licence: Licence; it: Endorsement }>('licences.endorsements', {
  电子证照标识: ({ licence }) => licence.record,
  证照类型: ({ licence }) => licence.kind,
  持证主体代码: ({ licence }) => licence.holder,
  前往地: ({ it }) => it.destination,
  签注种类: ({ it }) => it.kind,
  签注起始日期: ({ it }) => textOf(it.since),
  签注截止日期: ({ it }) => textOrNone(it.until),
  有效次数: ({ it }) => it.entries ?? '多次',
  剩余次数: ({ it }) => it.left ?? '多次',
});
