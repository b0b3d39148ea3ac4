import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen } from '../../support/viewers.ts';
import { citizenOf, numberOf, openArchive, type OpenArchive } from './demo.ts';

interface Edges {
  edges: { cursor: string; node: Record<string, unknown> }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

eachEngine((database) => {
  describe('the archive', () => {
    let registry: OpenArchive;
    beforeAll(async () => {
      registry = await openArchive(database().store('archive'));
      await registry.loadDemo();
    }, 60_000);
    afterAll(() => registry.close());

    const ask = async (slug: string, fields: string, today?: string) => {
      const viewer = asCitizen(citizenOf(slug), today === undefined ? {} : { today });
      const { data, errors } = await registry.as(viewer, `{ me { archive { ${fields} } } }`);
      return { archive: (data?.['me'] as { archive: Record<string, unknown> } | null)?.archive ?? {}, errors };
    };
    const read = async (slug: string, fields: string, today?: string) => {
      const { archive, errors } = await ask(slug, fields, today);
      expect(errors).toBeUndefined();
      return archive;
    };
    /** Goes through a connection page by page. */
    const walk = async (slug: string, field: (args: string) => string, path: readonly string[], first: number) => {
      const nodes: Record<string, unknown>[] = [];
      let after: string | null = null;
      for (let pages = 1; pages < 200; pages += 1) {
        const args: string = `first: ${String(first)}${after === null ? '' : `, after: "${after}"`}`;
        const archive = await read(slug, field(args));
        const page = path.reduce<unknown>((at, name) => Reflect.get(at as object, name), archive) as Edges;
        nodes.push(...page.edges.map(({ node }) => node));
        if (!page.pageInfo.hasNextPage) return { nodes, pages };
        after = page.pageInfo.endCursor;
      }
      throw new Error('The pages do not end.');
    };

    it('is null where somebody has none, and lists are empty', async () => {
      const nothing = await read(
        'sun-xiaobao',
        `pension { monthsPaid } housingFund { asOf } incomeTax { years { year } } credit { score } traffic { points }
         socialInsurance { monthsPaid } utilities { utility } health { pregnancies { expected } checkUps { date } }
         borderCrossings { edges { cursor } pageInfo { hasNextPage hasPreviousPage } }`,
      );
      expect(nothing).toEqual({
        ...{ pension: null, housingFund: null, incomeTax: null, credit: null, traffic: null, socialInsurance: null },
        utilities: [],
        health: { pregnancies: [], checkUps: [] },
        borderCrossings: { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } },
      });
    });

    it('walks eleven years of contributions page by page without losing or repeating a month', async () => {
      const { nodes, pages } = await walk(
        'lin-xiaomei',
        (args) =>
          `socialInsurance { contributions(${args}) { edges { node { month } } pageInfo { hasNextPage endCursor } } }`,
        ['socialInsurance', 'contributions'],
        36,
      );
      const months = nodes.map(({ month }) => String(month));
      expect([months.length, pages, months[0], months.at(-1)]).toEqual([140, 4, '2026-10', '2015-03']);
      expect(months).toEqual([...new Set(months)].sort().reverse());
    });

    it('walks entries of one day in a stable order', async () => {
      await registry.drop(
        'archive.medical-entries',
        Array.from({ length: 7 }, (_, at) => ({
          流水号: `SAME-${String(at)}`,
          公民身份号码: numberOf('he-jun'),
          日期: '2026-11-01',
          业务类型: '购药',
          发生额: `-${String(at + 1)}`,
        })),
      );
      const { nodes } = await walk(
        'he-jun',
        (args) =>
          `medicalInsurance { entries(${args}) { edges { node { id amount { amount } } } pageInfo { hasNextPage endCursor } } }`,
        ['medicalInsurance', 'entries'],
        2,
      );
      expect(nodes.map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `SAME-${String(at)}`));
      expect(nodes[0]?.['amount']).toEqual({ amount: '-7' });
    });

    it('narrows entries and contributions to days, the last one left out', async () => {
      const archive = await read(
        'lin-xiaomei',
        `pension { entries(from: "2026-09-15", until: "2026-10-15") { edges { node { date kind } } } }
         socialInsurance { contributions(from: "2025-12-01", until: "2026-02-01") { edges { node { month } } } }
         housingFund { entries(until: "2026-07-01") { edges { node { kind } } } }`,
      );
      expect(archive).toEqual({
        pension: { entries: { edges: [{ node: { date: '2026-09-15', kind: 'DEPOSIT' } }] } },
        socialInsurance: { contributions: { edges: [{ node: { month: '2026-01' } }, { node: { month: '2025-12' } }] } },
        housingFund: { entries: { edges: [{ node: { kind: 'INTEREST' } }] } },
      });
    });

    it.each([
      ['a page too large', 'health { checkUps(first: 101) { date } }'],
      ['a negative page', 'incomeTax { years(first: -1) { year } }'],
      ['a cursor that nobody gave out', 'borderCrossings(after: "x") { edges { cursor } }'],
    ])('refuses %s', async (_what, fields) => {
      const { errors } = await ask('lin-xiaomei', fields);
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    });

    it('refuses the cursor of one list in another', async () => {
      const { pension } = (await read('lin-xiaomei', 'pension { entries(first: 1) { edges { cursor } } }')) as {
        pension: { entries: Edges };
      };
      const cursor = pension.entries.edges[0]?.cursor ?? '';
      const { errors } = await ask('lin-xiaomei', `housingFund { entries(after: "${cursor}") { edges { cursor } } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    });

    it('counts months and keeps a period open as of the day', async () => {
      const fields = 'pension { monthsPaid } socialInsurance { monthsPaid periods { since until } }';
      expect(await read('ma-xiaodong', fields)).toEqual({
        pension: { monthsPaid: 26 },
        socialInsurance: { monthsPaid: 26, periods: [{ since: '2022-07-01', until: '2024-09-01' }] },
      });
      expect(await read('ma-xiaodong', fields, '2022-09-30')).toEqual({
        pension: { monthsPaid: 3 },
        socialInsurance: { monthsPaid: 3, periods: [{ since: '2022-07-01', until: null }] },
      });
      expect((await read('chen-gang', fields))['pension']).toEqual({ monthsPaid: 67 + 140 });
    });

    it('reckons points for the day: reset on the anniversary, carried over where the fine is unpaid', async () => {
      expect(await read('zhao-wei', 'traffic { points resetOn }')).toEqual({
        traffic: { points: 6, resetOn: '2026-11-25' },
      });
      expect(await read('zhao-wei', 'traffic { points resetOn }', '2026-11-25')).toEqual({
        traffic: { points: 0, resetOn: '2027-11-25' },
      });
      expect(await read('chen-gang', 'traffic { points resetOn }')).toEqual({
        traffic: { points: 3, resetOn: '2027-09-10' },
      });
      expect(await read('zhang-zhiqiang', 'traffic { points }')).toEqual({ traffic: { points: 0 } });
      expect(await read('ma-xiaodong', 'traffic { points resetOn }')).toEqual({
        traffic: { points: 0, resetOn: null },
      });
    });

    it('tells of a violation by when to pay and since when that has passed', async () => {
      const fields = 'traffic { violations(unpaidOnly: true) { edges { node { state dueDate overdue } } } }';
      const state = async (slug: string, today?: string) =>
        ((await read(slug, fields, today))['traffic'] as { violations: Edges }).violations.edges.map(
          ({ node }) => node,
        );
      expect(await state('chen-gang')).toEqual([{ state: 'CONFIRMED', dueDate: '2026-09-04', overdue: true }]);
      expect(await state('chen-gang', '2026-09-04')).toEqual([
        { state: 'CONFIRMED', dueDate: '2026-09-04', overdue: false },
      ]);
      expect(await state('zhou-ming')).toEqual([{ state: 'OPEN', dueDate: null, overdue: false }]);
      expect(await state('zhao-wei')).toEqual([]);
    });

    it('sums what is due at a meter today and marks the bill that is late', async () => {
      const gas = async (today?: string) => {
        const { utilities } = (await read(
          'li-xiuying',
          'utilities { utility due { amount currency } bills { edges { node { period overdue } } } }',
          today,
        )) as { utilities: { utility: string; due: unknown; bills: Edges }[] };
        return utilities.map(({ utility, due, bills }) => [utility, due, bills.edges.map(({ node }) => node)]);
      };
      expect(await gas()).toEqual([
        ['WATER', { amount: '10.35', currency: 'CNY' }, [{ period: '2026-10', overdue: false }]],
        ['ELECTRICITY', { amount: '0', currency: 'CNY' }, [{ period: '2026-10', overdue: false }]],
        ['GAS', { amount: '15', currency: 'CNY' }, [{ period: '2026-09', overdue: true }]],
      ]);
      expect((await gas('2026-10-31'))[2]?.[2]).toEqual([{ period: '2026-09', overdue: false }]);
    });

    it('keeps the bills of a meter with whom they were addressed to', async () => {
      await registry.drop('archive.utility-accounts', [
        { 类别: '电', 户号: 'D0310110001', 户主公民身份号码: numberOf('he-jun'), 用户地址: '示例', 所在区: '杨浦' },
      ]);
      const { utilities } = (await read(
        'he-jun',
        'utilities { number(reveal: true) bills { edges { node { id } } } }',
      )) as { utilities: { number: string; bills: Edges }[] };
      expect(utilities.find((one) => one.number === 'D0310110001')?.bills.edges).toEqual([]);
    });

    it('gives back what was paid above what was due, and nothing before the settlement', async () => {
      expect(await read('lin-xiaomei', 'incomeTax { years(first: 3) { year settledAt refund { amount } } }')).toEqual({
        incomeTax: {
          years: [
            { year: 2025, settledAt: '2026-03-18', refund: { amount: '502.8' } },
            { year: 2024, settledAt: '2025-04-02', refund: { amount: '442.8' } },
            { year: 2023, settledAt: null, refund: null },
          ],
        },
      });
    });

    it('reads the same page of many archives by one query', async () => {
      const slugs = ['lin-xiaomei', 'zhou-ming', 'zhao-wei', 'wu-qian'];
      const { data, errors } = await registry.as(
        { ...asCitizen('tagging'), role: 'system', client: 'api' },
        `query ($named: [_Any!]!) { _entities(representations: $named) { ... on Citizen {
          archive { socialInsurance { monthsPaid contributions(first: 1) { edges { node { month } } } } } } } }`,
        { named: slugs.map((slug) => ({ __typename: 'Citizen', id: citizenOf(slug) })) },
      );
      expect(errors).toBeUndefined();
      const found = data?.['_entities'] as { archive: { socialInsurance: { monthsPaid: number } } }[];
      expect(found.map(({ archive }) => archive.socialInsurance.monthsPaid)).toEqual([140, 124, 56, 91]);
    });
  });
});
