import type {
  OfficeEntry,
  ServiceCatalogue,
  ServiceEntry,
} from '../../../subgraphs/transactions/catalogue/service-catalogue.ts';

const service = (code: string, more: Partial<ServiceEntry> = {}): ServiceEntry => ({
  code,
  name: code,
  nameEn: code,
  aliases: [],
  aliasesEn: [],
  summary: '为测试而设',
  summaryEn: 'For tests',
  kind: 'GOVERNMENT',
  audience: 'CITIZEN',
  department: 'public-security',
  conditions: [],
  basis: [],
  form: [],
  materials: [],
  steps: ['受理'],
  fee: null,
  workingDays: null,
  visits: 0,
  channels: ['ONLINE', 'COUNTER'],
  offices: ['SERVICE_CENTRE'],
  provinces: ['31'],
  ...more,
});

const office = (code: string, more: Partial<OfficeEntry> = {}): OfficeEntry => ({
  code,
  kind: 'SERVICE_CENTRE',
  name: code,
  nameEn: code,
  address: '上海市徐汇区南宁路（示例）969号',
  district: '310104',
  longitude: 121.44,
  latitude: 31.17,
  hours: Object.fromEntries(
    ['MON', 'TUE', 'WED', 'THU', 'FRI'].map((day) => [
      day,
      [
        { from: '09:00', until: '11:30' },
        { from: '13:00', until: '16:50' },
      ],
    ]),
  ),
  closed: ['2027-01-01'],
  counters: 2,
  slotMinutes: 30,
  cityWide: false,
  ...more,
});

const services: readonly ServiceEntry[] = [
  service('dog-licence', {
    name: '养犬证办理',
    nameEn: 'Dog licence',
    aliases: ['养狗'],
    form: [
      { code: 'owner', label: '养犬人', labelEn: 'Owner', type: 'TEXT', required: true, item: 'Citizen.name' },
      { code: 'phone', label: '电话', labelEn: 'Telephone', type: 'PHONE', required: true, item: 'Citizen.phone' },
      {
        code: 'size',
        label: '体型',
        labelEn: 'Size',
        type: 'CHOICE',
        required: false,
        options: [
          { code: 'small', label: '小型', labelEn: 'Small' },
          { code: 'large', label: '大型', labelEn: 'Large' },
        ],
      },
    ],
    materials: [
      { code: 'id-card', name: '身份证', licenceKind: 'ID_CARD', required: true },
      { code: 'photo', name: '犬只照片', required: true, when: '首次办理' },
    ],
    workingDays: 5,
    fee: { amount: '0', currency: 'CNY' },
  }),
  service('school-visit', { department: 'education', channels: ['COUNTER'], audience: 'BOTH' }),
  service('food-permit', {
    audience: 'ENTERPRISE',
    department: 'market-regulation',
    form: [{ code: 'uscc', label: '信用代码', labelEn: 'USCC', type: 'USCC', required: true, item: 'Enterprise.uscc' }],
  }),
  service('annual-report', {
    audience: 'ENTERPRISE',
    department: 'market-regulation',
    channels: ['ONLINE'],
    offices: [],
  }),
  service('bookkeeping', {
    kind: 'PROFESSIONAL',
    audience: 'BOTH',
    department: 'tax',
    channels: ['PHONE'],
    offices: [],
  }),
];

const offices: readonly OfficeEntry[] = [
  office('huangpu', { district: '310101', longitude: 121.49, latitude: 31.23 }),
  office('xuhui'),
  office('xuhui-tax', { kind: 'TAX' }),
];

/** A small catalogue: its services and offices are made up so that each rule has something to bite on. */
export const CATALOGUE: ServiceCatalogue = {
  services: new Map(services.map((entry) => [entry.code, entry])),
  offices: new Map(offices.map((entry) => [entry.code, entry])),
  providers: new Map([
    [
      'abacus',
      {
        code: 'abacus',
        name: '上海示例代理记账有限公司',
        nameEn: 'Abacus',
        uscc: null,
        summary: '代理记账',
        summaryEn: 'Bookkeeping',
        services: ['bookkeeping'],
      },
    ],
  ]),
};

/** Finds what has the words in its name or an alias, in the order of the catalogue. */
export const search = (text: string): string[] =>
  services.flatMap(({ code, name, aliases }) => ([name, ...aliases].some((each) => each.includes(text)) ? [code] : []));
