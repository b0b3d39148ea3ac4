import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../../../support/stores.ts';
import { asCitizen, asPublic } from '../../../support/viewers.ts';
import { citizenOf, openTransactions, refusalOf, type OpenTransactions } from '../desk.ts';

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { code: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('the catalogue, asked without sign-in', () => {
  let registry: OpenTransactions;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = await openTestDatabase();
    registry = await openTransactions(database.store('transactions'));
    close = () => registry.close().then(() => database.close());
  }, 120_000);
  afterAll(() => close());

  const services = async (args: string): Promise<Page> => {
    const list = `services${args === '' ? '' : `(${args})`}`;
    const { data, errors } = await registry.as(
      asPublic,
      `{ ${list} { totalCount edges { cursor node { code } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toBeUndefined();
    return data?.['services'] as Page;
  };
  const codes = async (args: string) => (await services(args)).edges.map(({ node }) => node.code);

  it('lists every service', async () => {
    expect(await services('')).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
  });

  it.each([
    ['for persons, and what is for both', 'audience: CITIZEN', ['dog-licence', 'school-visit', 'bookkeeping']],
    ['of a department', 'department: "market-regulation"', ['food-permit', 'annual-report']],
    ['of a kind', 'kind: PROFESSIONAL', ['bookkeeping']],
    ['by what people call it', 'search: "养狗"', ['dog-licence']],
    ['by what people call it, for somebody else', 'search: "养狗", audience: ENTERPRISE', []],
    ['by nothing at all', 'search: "  ", kind: PROFESSIONAL', ['bookkeeping']],
    [
      'near a place: what has an office first',
      'near: { longitude: 121.44, latitude: 31.17 }',
      ['dog-licence', 'school-visit', 'food-permit', 'annual-report', 'bookkeeping'],
    ],
  ])('finds services %s', async (_what, args, found) => {
    expect(await codes(args)).toEqual(found);
  });

  it('is paged to its end', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await services(`first: 2${after === null ? '' : `, after: "${after}"`}`);
      seen.push(...page.edges.map(({ node }) => node.code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(await codes(''));
  });

  it.each([
    ['services(first: 101) { totalCount }', 'first', 'RANGE'],
    ['services(after: "x") { totalCount }', 'after', 'CURSOR'],
    [`services(search: "${'长'.repeat(101)}") { totalCount }`, 'search', 'LENGTH'],
    ['services(near: { longitude: 181, latitude: 0 }) { totalCount }', 'near', 'RANGE'],
    ['offices(service: "nosuch") { id }', 'service', 'SERVICE'],
    ['offices(first: 101) { id }', 'first', 'RANGE'],
    ['offices { slots(service: "nosuch", from: "2026-11-23", until: "2026-11-24") { id } }', 'service', 'SERVICE'],
    [
      'offices(service: "dog-licence") { slots(service: "dog-licence", from: "2026-11-23", until: "2026-12-25") { id } }',
      'until',
      'RANGE',
    ],
  ])('refuses %s', async (field, argument, reason) => {
    expect(refusalOf(await registry.as(asPublic, `{ ${field} }`))).toEqual({
      code: 'BAD_USER_INPUT',
      field: argument,
      reason,
    });
  });

  it('tells all of a service that there is to tell, and null of what it has not', async () => {
    const { data } = await registry.as(
      asPublic,
      `{ nosuch: service(code: "nosuch") { code } service(code: "dog-licence") {
        code name nameEn aliases kind audience department { code name } fee { amount currency } workingDays channels provinces
        form { code type required item options { code label } } materials { code licenceKind required when }
        offices(near: { longitude: 121.49, latitude: 31.23 }) { id address { text district { name } point { longitude } } hours waitingMinutes }
        providers { id } ratings { count } } }`,
    );
    expect(data).toMatchObject({
      nosuch: null,
      service: {
        department: { code: 'public-security', name: '公安局' },
        fee: { amount: '0', currency: 'CNY' },
        form: [
          { code: 'owner', item: 'Citizen.name', options: [] },
          { code: 'phone' },
          { code: 'size', item: null, options: [{ code: 'small', label: '小型' }, { code: 'large' }] },
        ],
        materials: [
          { code: 'id-card', licenceKind: 'ID_CARD', when: null },
          { code: 'photo', licenceKind: null, when: '首次办理' },
        ],
        offices: [
          { id: 'huangpu', address: { district: { name: '黄浦区' } }, waitingMinutes: null },
          { id: 'xuhui', hours: '周一至周五 09:00-11:30、13:00-16:50' },
        ],
        ratings: { count: 0 },
      },
    });
  });

  it('opens slots from now on and sixty days ahead', async () => {
    const slots = async (from: string, until: string) => {
      const { data } = await registry.as(
        asPublic,
        `{ offices(service: "dog-licence", first: 1) { slots(service: "dog-licence", from: "${from}", until: "${until}") { from left } } }`,
      );
      const [office] = data?.['offices'] as { slots: { from: string; left: number }[] }[];
      return office?.slots ?? [];
    };
    expect(await slots('2026-11-01', '2026-11-23')).toEqual([]);
    expect(await slots('2026-11-22', '2026-11-24')).toHaveLength(12);
    expect((await slots('2027-01-18', '2027-02-10')).at(-1)?.from).toMatch(/^2027-01-21/);
  });

  it('lets a service be reached by reference, in the words of what does not exist when there is none', async () => {
    const ask = (code: string) =>
      registry.as(
        asCitizen(citizenOf('lin-xiaomei')),
        `{ _entities(representations: [{ __typename: "Service", code: "${code}" }]) { ... on Service { name } } }`,
      );
    expect((await ask('dog-licence')).data).toEqual({ _entities: [{ name: '养犬证办理' }] });
    expect(refusalOf(await ask('nosuch'))).toEqual({ code: 'NOT_FOUND' });
  });
});
