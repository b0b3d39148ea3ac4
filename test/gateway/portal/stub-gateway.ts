import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { readFile } from 'node:fs/promises';
import { registerPortal } from '../../../gateway/portal/register-portal.ts';
import { person } from '../../support/people.ts';

const schema = buildSchema(await readFile(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

const forbidden = () => new GraphQLError('Not shared with you.', { extensions: { code: 'FORBIDDEN' } });
const notFound = () => new GraphQLError('No such person.', { extensions: { code: 'NOT_FOUND' } });
const page = (nodes: readonly unknown[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node, index) => ({ cursor: String(index), node })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false },
});

const XUHUI = { code: '310104', name: '徐汇区', nameEn: 'Xuhui' };
const SHANGHAI = { code: '310000', name: '上海市', nameEn: 'Shanghai' };
const MARKET = { code: 'market-regulation', name: '市场监督管理局', nameEn: 'Market regulation' };
const POLICE = { code: 'public-security', name: '公安局', nameEn: 'Public security' };
const SUPERVISION = {
  code: 'enterprise-supervision',
  name: '事中事后监管',
  nameEn: 'Supervision of enterprises',
  basis: '企业信息公示暂行条例 第五条',
};

const restaurant = {
  uscc: '91310104MA1FPAA18P',
  name: '上海明梅餐饮管理有限公司',
  formerNames: [],
  kind: '有限责任公司',
  status: 'OPERATING',
  establishedOn: '2016-04-12',
  capital: { amount: '1000000.00', currency: 'CNY' },
  scope: '餐饮服务；食品销售；餐饮管理。',
  address: { text: '上海市徐汇区漕溪北路一号' },
  district: XUHUI,
  employees: 24,
  legalRepresentative: { name: '周明' },
  handlers: [{ id: 'm1', handler: { name: '吴*' }, services: ['food-permit', 'annual-report'], until: '2027-12-31' }],
  shareholders: [
    { owner: { __typename: 'Citizen', name: '周明' }, share: 70, since: '2016-04-12' },
    { owner: notFound(), share: 30, since: '2019-01-01' },
  ],
  investments: [
    { enterprise: { uscc: '91310115MA1K3CC37X', name: '上海明梅食品销售有限公司' }, share: 60, since: '2019-06-01' },
  ],
  beneficialOwners: [{ citizen: { name: '周明' }, share: 70, paths: 1 }],
  annualReports: [
    { year: 2025, dueOn: '2026-06-30', filedAt: null, exempt: false },
    { year: 2024, dueOn: '2025-06-30', filedAt: '2025-05-02T02:00:00.000Z', exempt: false },
  ],
  penalties: [],
  listings: [
    {
      directory: 'ABNORMAL_OPERATION',
      since: '2026-07-01',
      until: null,
      ground: '未按期公示年度报告',
      citation: '',
      decidedBy: MARKET,
    },
  ],
  timeline: page([{ id: 'e1', at: '2016-04-12', kind: 'registered', title: '设立登记', source: MARKET }]),
};

const mother = {
  id: 'c1_motherMotherMother0001',
  name: '林晓梅',
  idNumber: '310***********0222',
  sex: 'FEMALE',
  birthDate: '1988-09-21',
  ethnicity: 'HA',
  nationality: 'CHN',
  maritalStatus: 'MARRIED',
  education: 'BACHELOR',
  occupation: null,
  employer: '上海图书馆',
  phone: '138****5678',
  email: forbidden(),
  spouse: { name: '周*' },
  children: [{ name: '周**' }, { name: '周**' }],
  parents: [],
  wards: [
    {
      ward: { name: '周可欣', sex: 'FEMALE', birthDate: '2021-03-08', enrolments: [] },
      kind: 'PARENT',
      since: '2021-03-08',
      until: '2039-03-08',
    },
  ],
  guardians: [],
  marriages: [{ since: '2013-10-01', until: null, endedBy: null }],
  household: {
    kind: 'FAMILY',
    province: SHANGHAI,
    district: XUHUI,
    address: { text: '上海市徐汇区****' },
    relationToHead: '10',
    since: '2013-11-01',
    members: [{ name: '周*' }, { name: '林晓梅' }],
  },
  residence: { district: XUHUI, address: { text: '上海市徐汇区****' }, basis: 'OWNED', since: '2013-11-01' },
  enrolments: [],
  enterprises: page([
    {
      role: 'SHAREHOLDER',
      share: 30,
      since: '2019-01-01',
      until: null,
      enterprise: { ...restaurant, handlers: forbidden() },
    },
  ]),
  applications: page([
    {
      id: 'a1',
      service: { name: '往来港澳通行证换发', nameEn: 'Replacement of a Hong Kong and Macau permit' },
      state: 'IN_PROGRESS',
      stateSince: '2026-11-20T02:00:00.000Z',
      dueOn: '2026-11-27',
      result: null,
    },
  ]),
  appointments: [
    {
      number: 'A017',
      office: { name: '徐汇区出入境办证大厅', nameEn: 'Xuhui exit-entry hall', address: { text: '徐汇区' } },
      slot: { from: '2026-11-30T01:00:00.000Z', until: '2026-11-30T01:15:00.000Z' },
    },
  ],
  tags: [
    {
      id: 'c1_lin.licence_expiring.2026-10-02',
      tag: { name: '证照到期', nameEn: 'Licence expiring', use: '证照换发提醒。', useEn: 'Reminders of renewal.' },
      since: '2026-10-02',
      until: '2026-12-31',
      state: 'IN',
      version: 1,
      reason: '依据证照（2026-10-02至2026-12-31）。',
      reasonEn: 'From licence (from 2026-10-02 until 2026-12-31).',
      contested: null,
      stale: false,
      evidence: [{ record: 'l1_permit' }, { record: null }],
    },
  ],
  licences: page([
    {
      id: 'l1_permit',
      kind: { name: '往来港澳通行证', nameEn: 'Exit-entry permit to Hong Kong and Macau' },
      number: 'C5***2345',
      issuer: POLICE,
      validFrom: '2016-12-31',
      validUntil: '2026-12-31',
      status: 'VALID',
      attributes: [],
      endorsements: [
        {
          name: '个人旅游签注',
          nameEn: 'individual travel',
          destination: 'HONG_KONG',
          validUntil: '2026-12-31',
          entriesLeft: 1,
        },
      ],
    },
  ]),
  objections: page([]),
  accessLog: page([
    {
      at: '2026-11-02T02:15:00.000Z',
      role: 'staff',
      department: POLICE,
      purpose: { ...SUPERVISION, name: '户口登记', nameEn: 'Household registration' },
      items: ['Citizen.name', 'Citizen.household'],
    },
  ]),
};

const sources = [
  {
    code: 'enterprises.registrations',
    name: '市场主体登记',
    nameEn: 'Registrations',
    department: MARKET,
    registry: 'enterprises',
    cycle: 'P1D',
    lastArrival: '2026-11-21T18:00:00.000Z',
    late: true,
    rows: 74837,
    accepted: 73512,
    changed: 12,
    quarantined: 1313,
    accuracy: 0.982,
    timelinessHours: 20.5,
    completeness: [
      { column: 'uscc', filled: 0.9988 },
      { column: 'scope', filled: 0.71 },
    ],
  },
  {
    code: 'personal.contacts',
    name: '联系方式',
    nameEn: 'Contact data',
    department: POLICE,
    registry: 'personal',
    cycle: 'P1D',
    lastArrival: null,
    late: false,
    rows: 0,
    accepted: 0,
    changed: 0,
    quarantined: 0,
    accuracy: null,
    timelinessHours: null,
    completeness: [],
  },
];

const services = page([
  {
    code: 'food-permit-new',
    name: '食品经营许可（新办）',
    nameEn: 'New food business permit',
    summary: '餐饮店、食品店开业前办理。',
    summaryEn: 'Before a restaurant or food shop opens.',
    department: MARKET,
    fee: { amount: '0', currency: 'CNY' },
    workingDays: 8,
    visits: 0,
    channels: ['ONLINE', 'COUNTER'],
    basis: ['食品安全法 第三十五条'],
    materials: [
      { name: '营业执照', licenceKind: 'BUSINESS_LICENCE', required: true, when: null },
      { name: '平面布局图', licenceKind: null, required: true, when: null },
    ],
    offices: [
      {
        id: 'o1',
        name: '黄浦区政务服务中心',
        nameEn: 'Huangpu service centre',
        hours: '周一至周五 09:00-17:00',
        waitingMinutes: 12,
        address: { text: '上海市黄浦区（示例）路1号' },
      },
    ],
    ratings: { count: 5, mean: 4.2, badRate: 0.2 },
  },
]);

const dataCatalogue = page([
  {
    coordinate: 'Citizen.phone',
    description: 'Mobile number that the citizen gave.',
    department: POLICE,
    source: null,
    mask: 'PHONE',
    sensitive: null,
    withheld: false,
    grants: [{ department: MARKET, purpose: SUPERVISION, scope: 'OWN_DISTRICT', since: '2024-01-01' }],
  },
  {
    coordinate: 'Citizen.politicalStatus',
    description: '政治面貌: two digits of GB/T 4762.',
    department: POLICE,
    source: 'personal.citizens',
    mask: null,
    sensitive: 'BELIEF',
    withheld: true,
    withheldBecause: '个人信息保护法 第二十八条',
    grants: [],
  },
]);

const STORIES = ['lin-xiaomei', 'shen-jianguo', 'market-officer-xuhui', 'police-officer-xuhui', 'operator', 'analyst'];

export interface StubGateway {
  app: FastifyInstance;
  /** What reached /graphql: headers and variables. */
  asked: { headers: Record<string, unknown>; variables: Record<string, unknown> }[];
}

/** The portal over people and files that are made up: no sign-in, no registry, the real schema. */
export const createStubGateway = ({ isDevelopment = true } = {}): StubGateway => {
  const app = Fastify();
  const asked: StubGateway['asked'] = [];
  registerPortal(app, { isDevelopment });
  if (isDevelopment) {
    app.get('/dev/people', (request) =>
      STORIES.map(person).map(({ id, name, nameEn, story, role }) => {
        const isChinese = request.headers['accept-language']?.startsWith('zh') === true;
        const spoken = isChinese ? story.zh : story.en;
        return { id, name, nameEn, story: spoken, storyEn: story.en, role, token: `token-of-${id}` };
      }),
    );
  }
  app.post<{ Body: { query: string; variables?: Record<string, unknown>; operationName?: string } }>(
    '/graphql',
    (request) => {
      const { query, variables = {}, operationName } = request.body;
      asked.push({ headers: request.headers, variables });
      return graphql({
        schema,
        source: query,
        variableValues: variables,
        operationName: operationName ?? null,
        rootValue: {
          me: mother,
          findCitizen: { ...mother, disability: forbidden() },
          enterprises: page([restaurant]),
          enterprise: restaurant,
          sources,
          dataCatalogue,
          services,
        },
      });
    },
  );
  return { app, asked };
};
