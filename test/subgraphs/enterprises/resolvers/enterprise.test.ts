import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen, asStaff, asSystem } from '../../../support/viewers.ts';
import { citizenOf, openEnterprises, USCC, type OpenEnterprises } from '../demo.ts';

const officer = asStaff('market-regulation', '310104', 'enterprise-supervision');
const cityOfficer = asStaff('market-regulation', '310000', 'enterprise-supervision');

const FILE = `query ($uscc: ID!) { enterprise(uscc: $uscc) {
  uscc name kind status establishedOn closedOn capital { amount currency } capitalAsStated scope scopeItems employees
  formerNames { name since until } address { text district { code name nameEn } point { longitude latitude } }
  premise { id } district { code name }
  annualReports { year dueOn filedAt exempt revenue { amount currency } taxes { amount } employees }
  penalties { id department { code name nameEn } on ground amount { amount currency } published }
  listings { directory since until ground citation decidedBy { code name } }
  handlers { id services since until withdrawnAt }
} }`;

eachEngine((database) => {
  let registry: OpenEnterprises;
  beforeAll(async () => {
    registry = await openEnterprises(database().store('enterprises'));
    const reports = await registry.loadDemo();
    expect(reports.filter(({ quarantined, refused }) => quarantined > 0 || refused !== null)).toEqual([]);
  }, 120_000);
  afterAll(() => registry.close());

  const ask = async (uscc: string, fields: string, viewer = cityOfficer) => {
    const answer = await registry.as(viewer, `query ($uscc: ID!) { enterprise(uscc: $uscc) { ${fields} } }`, { uscc });
    return { file: answer.data?.['enterprise'], errors: answer.errors };
  };

  describe('the file of an enterprise', () => {
    it('is whole for an officer of its district', async () => {
      const { data, errors } = await registry.as(officer, FILE, { uscc: USCC.mingmei });
      expect(errors).toBeUndefined();
      expect(data?.['enterprise']).toMatchObject({
        uscc: USCC.mingmei,
        name: '上海明梅餐饮管理有限公司',
        kind: '有限责任公司',
        status: 'OPERATING',
        establishedOn: '2016-03-18',
        closedOn: null,
        capital: { amount: '2000000', currency: 'CNY' },
        capitalAsStated: '200万元人民币',
        scopeItems: ['餐饮服务', '餐饮企业管理', '食品经营（限分支机构经营）', '会务服务', '日用百货的销售'],
        employees: 26,
        formerNames: [{ name: '上海小梅点心店有限公司', since: '2016-03-18', until: '2018-05-10' }],
        address: {
          text: '上海市徐汇区天钥桥路（示例）12号',
          district: { code: '310104', name: '徐汇区', nameEn: 'Xuhui District' },
          point: { longitude: 121.4389, latitude: 31.1898 },
        },
        premise: { id: 'FW3101040003' },
        handlers: [
          {
            id: 'SQ310104-2026-00031',
            services: ['food-permit-new', 'food-permit-change', 'annual-report'],
            since: '2026-01-05',
            until: '2028-01-01',
            withdrawnAt: null,
          },
        ],
      });
      expect(data).toHaveProperty('enterprise.annualReports.0', {
        year: 2025,
        dueOn: '2026-06-30',
        filedAt: '2026-04-02T01:05:00.000Z',
        exempt: false,
        revenue: { amount: '5390000.5', currency: 'CNY' },
        taxes: { amount: '180250.2' },
        employees: 26,
      });
    });

    it('tells penalties and listings with department, ground and citation', async () => {
      const { data } = await registry.as(cityOfficer, FILE, { uscc: USCC.hujiang });
      expect(data).toMatchObject({
        enterprise: {
          formerNames: [
            { name: '上海沪江招待所' },
            { name: '上海沪江旅馆' },
            { name: '上海市虹口区沪江旅社', since: '1983-05-11' },
          ],
          penalties: [
            {
              department: { code: 'market-regulation', name: '市场监督管理局' },
              amount: { amount: '30000' },
              published: true,
            },
            { department: { code: 'health' }, published: false },
          ],
          listings: [
            {
              directory: 'ABNORMAL_OPERATION',
              since: '2026-07-09',
              until: null,
              decidedBy: { code: 'market-regulation' },
            },
            { until: '2025-09-20' },
          ],
          annualReports: [{ year: 2025, filedAt: null }, { year: 2024 }],
        },
      });
    });

    it('names who owns it, also through other enterprises', async () => {
      const { file, errors } = await ask(
        USCC.mingmeiFood,
        `shareholders { share since until subscribed { amount } owner { __typename ... on Citizen { id } ... on Enterprise { uscc name } } }
         beneficialOwners { citizen { id } share paths }`,
        asSystem,
      );
      expect(errors).toBeUndefined();
      expect(file).toEqual({
        shareholders: [
          {
            share: 60,
            since: '2019-09-02',
            until: null,
            subscribed: { amount: '600000' },
            owner: { __typename: 'Enterprise', uscc: USCC.mingmei, name: '上海明梅餐饮管理有限公司' },
          },
          {
            share: 40,
            since: '2019-09-02',
            until: null,
            subscribed: { amount: '400000' },
            owner: { __typename: 'Citizen', id: citizenOf('lin-xiaomei') },
          },
        ],
        beneficialOwners: [
          { citizen: { id: citizenOf('lin-xiaomei') }, share: 58, paths: 2 },
          { citizen: { id: citizenOf('zhou-ming') }, share: 42, paths: 1 },
        ],
      });
    });

    it('names what it holds, its branches and who represents it', async () => {
      const { file } = await ask(
        USCC.mingmei,
        `investments { share enterprise { uscc } } legalRepresentative { id }
         branches { totalCount edges { node { uscc name } } }`,
        asSystem,
      );
      expect(file).toEqual({
        investments: [{ share: 60, enterprise: { uscc: USCC.mingmeiFood } }],
        legalRepresentative: { id: citizenOf('zhou-ming') },
        branches: {
          totalCount: 1,
          edges: [{ node: { uscc: USCC.mingmeiBranch, name: '上海明梅餐饮管理有限公司静安分公司' } }],
        },
      });
    });

    it('tells its life, the latest first, page by page', async () => {
      const pages: unknown[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data } = await registry.as(
          cityOfficer,
          `query ($uscc: ID!, $after: String) { enterprise(uscc: $uscc) { timeline(first: 4, after: $after) {
            edges { node { id at kind title before after source { code } } } pageInfo { hasNextPage endCursor } } } }`,
          { uscc: USCC.hujiang, after },
        );
        const { timeline } = data?.['enterprise'] as { timeline: Timeline };
        pages.push(...timeline.edges.map(({ node }) => `${node.at} ${node.kind}`));
        after = timeline.pageInfo.endCursor;
        more = timeline.pageInfo.hasNextPage;
      }
      expect(pages).toEqual([
        '2026-07-09 listed',
        '2025-09-20 delisted',
        '2025-09-12 report-filed',
        '2025-07-08 listed',
        '2024-08-15 penalty',
        '2023-03-02 penalty',
        '2016-10-18 name-changed',
        '2014-04-02 name-changed',
        '1996-02-01 name-changed',
        '1983-05-11 registered',
      ]);
    });

    it('tells only the kinds of events that are asked for', async () => {
      const { file } = await ask(
        USCC.mingmei,
        `timeline(kinds: ["representative-changed", "shareholders-changed", "capital-changed"]) {
          edges { node { at kind before after } } }`,
      );
      expect(file).toEqual({
        timeline: {
          edges: [
            { node: { at: '2018-05-10', kind: 'shareholders-changed', before: null, after: null } },
            { node: { at: '2018-05-10', kind: 'representative-changed', before: null, after: null } },
            { node: { at: '2018-05-10', kind: 'capital-changed', before: '50万元人民币', after: '200万元人民币' } },
          ],
        },
      });
    });
  });

  describe('the enterprises of a citizen', () => {
    const HOLDINGS = `query ($roles: [Role!], $first: Int, $after: String) { me { enterprises(roles: $roles, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { role since until share enterprise { uscc name } } } } } }`;

    it('come with role, dates and share, the latest first', async () => {
      const { data, errors } = await registry.as(asCitizen(citizenOf('zhou-ming')), HOLDINGS, {
        roles: ['LEGAL_REPRESENTATIVE', 'SHAREHOLDER'],
      });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        me: {
          enterprises: {
            totalCount: 4,
            edges: [
              { node: { role: 'LEGAL_REPRESENTATIVE', enterprise: { uscc: USCC.mingmeiBranch } } },
              { node: { role: 'LEGAL_REPRESENTATIVE', since: '2019-09-02', enterprise: { uscc: USCC.mingmeiFood } } },
              { node: { role: 'LEGAL_REPRESENTATIVE', since: '2018-05-10', share: null } },
              { node: { role: 'SHAREHOLDER', share: 70, enterprise: { name: '上海明梅餐饮管理有限公司' } } },
            ],
          },
        },
      });
    });

    it('come page by page, each once', async () => {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data } = await registry.as(asCitizen(citizenOf('zhou-ming')), HOLDINGS, { first: 2, after });
        const { enterprises } = data?.['me'] as { enterprises: Holdings };
        seen.push(...enterprises.edges.map(({ node }) => `${node.since} ${node.enterprise.uscc} ${node.role}`));
        after = enterprises.pageInfo.endCursor;
        more = enterprises.pageInfo.hasNextPage;
      }
      expect(seen).toHaveLength(5);
      expect(new Set(seen).size).toBe(5);
    });

    it('are none for somebody without any', async () => {
      const { data } = await registry.as(asCitizen('c1_nobody'), HOLDINGS);
      expect(data).toMatchObject({ me: { enterprises: { totalCount: 0, edges: [] } } });
    });
  });

  it('gives files to the system by position, null for unknown ones', async () => {
    const { data, errors } = await registry.as(
      asSystem,
      '{ enterprisesByUscc(usccs: ["91310104MA1FRM165F", "91310105MA1FWBB23B"]) { name } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ enterprisesByUscc: [null, { name: '上海志强精密机械有限公司' }] });
  });

  it('has a value for every field of some enterprise', async () => {
    const all = Object.values(USCC);
    const { data } = await registry.as(
      asSystem,
      `query ($usccs: [ID!]!) { enterprisesByUscc(usccs: $usccs) { name formerNames { name } kind status establishedOn closedOn
        capital { amount } capitalAsStated scope scopeItems address { text } premise { id } district { code }
        legalRepresentative { id } shareholders { share } investments { share } beneficialOwners { share }
        branches { edges { cursor } } annualReports { year } penalties { id } listings { since } employees timeline { edges { cursor } } } }`,
      { usccs: all },
    );
    const files = (data?.['enterprisesByUscc'] as (Record<string, unknown> | null)[]).filter((file) => file !== null);
    const isFilled = (value: unknown): boolean =>
      value !== null && !(Array.isArray(value) && value.length === 0) && JSON.stringify(value) !== '{"edges":[]}';
    const empty = Object.keys(files[0] ?? {}).filter((field) => !files.some((file) => isFilled(file[field])));
    expect(files.length).toBeGreaterThan(5);
    expect(empty).toEqual([]);
  });

  it.each([
    ['enterprise(uscc: "91310104MA1FPAA18X")', 'uscc'],
    ['enterprise(uscc: "310104198603050171")', 'uscc'],
    ['enterprise(uscc: "")', 'uscc'],
  ])('refuses %s as no USCC', async (root, field) => {
    const { errors } = await registry.as(cityOfficer, `{ ${root} { name } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it('takes a USCC in lower case as the same', async () => {
    const { file } = await ask(USCC.mingmei.toLowerCase(), 'uscc name');
    expect(file).toEqual({ uscc: USCC.mingmei, name: '上海明梅餐饮管理有限公司' });
  });
});

interface Timeline {
  edges: { node: { at: string; kind: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Holdings {
  edges: { node: { since: string; role: string; enterprise: { uscc: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
