import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen, asPublic, asSystem } from '../../support/viewers.ts';
import { USCC } from '../enterprises/demo.ts';
import { citizenOf, openLicences, type OpenLicences } from './demo.ts';

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string; kind: { code: string } } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

const MINE = `query ($kinds: [String!], $on: Date, $first: Int, $after: String) { me {
  licences(kinds: $kinds, validOn: $on, first: $first, after: $after) {
    totalCount edges { cursor node { id kind { code } } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

eachEngine((database) => {
  describe('the licences of a holder', () => {
    let registry: OpenLicences;
    beforeAll(async () => {
      registry = await openLicences(database().store('licences'));
      await registry.loadDemo();
    }, 120_000);
    afterAll(() => registry.close());

    const page = async (variables: Record<string, unknown>, slug = 'lin-xiaomei'): Promise<Page> => {
      const { data, errors } = await registry.as(asCitizen(citizenOf(slug)), MINE, variables);
      expect(errors).toBeUndefined();
      return (data?.['me'] as { licences: Page }).licences;
    };
    const codes = ({ edges }: Page) => edges.map(({ node }) => node.kind.code);

    it('come page by page, each once, the latest issued first', async () => {
      const all = await page({});
      expect(all.totalCount).toBe(all.edges.length);
      const seen: string[] = [];
      let after: string | null = null;
      for (let next = true; next;) {
        const part: Page = await page({ first: 3, after });
        expect(part.totalCount).toBe(all.totalCount);
        expect(part.pageInfo.hasPreviousPage).toBe(after !== null);
        seen.push(...part.edges.map(({ node }) => node.id));
        after = part.pageInfo.endCursor;
        next = part.pageInfo.hasNextPage;
      }
      expect(seen).toEqual(all.edges.map(({ node }) => node.id));
      expect(new Set(seen).size).toBe(all.totalCount);
      expect(all.totalCount).toBeGreaterThan(6);
    });

    it('are narrowed to kinds, and counted as narrowed', async () => {
      const travel = await page({ kinds: ['PASSPORT', 'HK_MACAU_PERMIT'] });
      expect(codes(travel)).toEqual(['PASSPORT', 'HK_MACAU_PERMIT']);
      expect(travel.totalCount).toBe(2);
      expect((await page({ kinds: [] })).edges).toEqual([]);
    });

    it.each([
      ['the day before its term begins', '2016-12-30', false],
      ['its first day', '2016-12-31', true],
      ['the last day that it prints', '2026-12-30', true],
      ['the day after that', '2026-12-31', false],
    ])('hold on %s, or not', async (_day, on, isThere) => {
      const { edges, totalCount } = await page({ kinds: ['HK_MACAU_PERMIT'], on });
      expect([edges.length === 1, totalCount === 1]).toEqual([isThere, isThere]);
    });

    it.each([
      ['VALID until the day before it is suspended', '2026-10-09', 1],
      ['not VALID from the day on which it is', '2026-10-10', 0],
    ])('are %s', async (_words, on, count) => {
      expect((await page({ kinds: ['DRIVING_LICENCE'], on }, 'chen-gang')).edges).toHaveLength(count);
    });

    it('are refused by kinds that there are not, and by cursors of another list', async () => {
      const { edges } = await page({ first: 1 });
      const refused = async (variables: Record<string, unknown>, query = MINE) =>
        (await registry.as(asCitizen(citizenOf('lin-xiaomei')), query, variables)).errors?.[0]?.extensions;
      expect(await refused({ kinds: ['PASPORT'] })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'kinds' });
      expect(await refused({ first: 101 })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
      const ofEnterprise = `query ($after: String) { _entities(representations: [{ __typename: "Enterprise", uscc: "${USCC.mingmei}" }]) {
        ... on Enterprise { licences(after: $after) { totalCount } } } }`;
      const foreign = await registry.as(asSystem, ofEnterprise, { after: edges[0]?.cursor });
      expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    });

    it('say whose they are, of a citizen and of an enterprise', async () => {
      const [food = ''] = await registry.idsOf(USCC.mingmei, 'FOOD_PERMIT');
      const [card = ''] = await registry.idsOf(citizenOf('lin-xiaomei'), 'ID_CARD');
      const holder = 'holder { __typename ... on Citizen { id } ... on Enterprise { uscc } }';
      const { data } = await registry.as(
        asSystem,
        `{ food: licence(id: "${food}") { ${holder} } card: licence(id: "${card}") { ${holder} } }`,
      );
      expect(data).toEqual({
        food: { holder: { __typename: 'Enterprise', uscc: USCC.mingmei } },
        card: { holder: { __typename: 'Citizen', id: citizenOf('lin-xiaomei') } },
      });
    });

    it('carry what their kind has, in its order, and no number that is the holder’s', async () => {
      const { data } = await registry.as(
        asCitizen(citizenOf('zhou-ming')),
        `{ me { licences(kinds: ["DRIVING_LICENCE", "PROPERTY_CERTIFICATE"]) { edges { node {
          number(reveal: true) attributes { code name value } issuingOffice validUntil } } } } }`,
      );
      expect(data?.['me']).toEqual({
        licences: {
          edges: [
            {
              node: {
                number: null,
                attributes: [
                  { code: 'vehicleClass', name: '准驾车型', value: 'C1' },
                  { code: 'firstIssuedOn', name: '初次领证日期', value: '2008-05-12' },
                ],
                issuingOffice: '上海市公安局交通警察总队',
                validUntil: null,
              },
            },
            {
              node: {
                number: '沪（2016）徐字不动产权第0012031号',
                attributes: [
                  { code: 'propertyRight', name: '权利类型', value: '国有建设用地使用权/房屋所有权' },
                  { code: 'propertyUse', name: '用途', value: '商业' },
                  { code: 'floorArea', name: '建筑面积', value: '140' },
                  { code: 'coOwnership', name: '共有情况', value: '单独所有' },
                ],
                issuingOffice: '上海市不动产登记局',
                validUntil: null,
              },
            },
          ],
        },
      });
    });
  });

  describe('the kinds', () => {
    let registry: OpenLicences;
    beforeAll(async () => {
      registry = await openLicences(database().store('licences'));
    }, 120_000);
    afterAll(() => registry.close());

    const kind = async (code: string, fields: string) => {
      const { data } = await registry.as(asPublic, `{ licenceKinds { code ${fields} } }`);
      return (data?.['licenceKinds'] as { code: string }[]).find((one) => one.code === code);
    };

    it('tell one term as such, and several by age or occasion', async () => {
      const terms = 'term terms { term fromAge belowAge }';
      expect(await kind('FOOD_PERMIT', terms)).toMatchObject({ term: 'P5Y', terms: [{ term: 'P5Y', fromAge: null }] });
      expect(await kind('ID_CARD', terms)).toMatchObject({
        term: null,
        terms: [
          { term: 'P5Y', fromAge: null, belowAge: 16 },
          { term: 'P10Y', fromAge: 16, belowAge: 26 },
          { term: 'P20Y', fromAge: 26, belowAge: 46 },
          { term: null, fromAge: 46, belowAge: null },
        ],
      });
      expect(await kind('MARRIAGE_CERTIFICATE', terms)).toMatchObject({ term: null, terms: [] });
    });

    it('give the first day of renewal in calendar days alone', async () => {
      const rule = 'renewFrom renewal { from by workingDays }';
      expect(await kind('DRIVING_LICENCE', rule)).toMatchObject({
        renewFrom: 'P90D',
        renewal: { from: 'P90D', by: null, workingDays: false },
      });
      expect(await kind('FOOD_PERMIT', rule)).toMatchObject({
        renewFrom: null,
        renewal: { from: 'P90D', by: 'P15D', workingDays: true },
      });
      expect(await kind('PASSPORT', rule)).toMatchObject({ renewFrom: null, renewal: null });
    });

    it('are those of citizens or of enterprises when asked so, by code', async () => {
      const { data } = await registry.as(
        asPublic,
        '{ licenceKinds(holder: ENTERPRISE) { code holder issuer { name nameEn } } }',
      );
      const kinds = data?.['licenceKinds'] as { code: string; holder: string; issuer: { name: string } }[];
      expect(kinds.map(({ code }) => code)).toEqual(kinds.map(({ code }) => code).sort());
      expect(new Set(kinds.map(({ holder }) => holder))).toEqual(new Set(['ENTERPRISE']));
      expect(kinds.find(({ code }) => code === 'TOBACCO_PERMIT')?.issuer.name).toBe('烟草专卖局');
    });
  });
});
