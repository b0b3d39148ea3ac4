import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Viewer } from '../../../../schema/viewer.ts';
import { countFound, findPage, type EnterprisesDB } from '../../../../subgraphs/enterprises/repository.ts';
import type { Executor } from '../../../../subgraphs/kit/store/store.ts';
import { describeWithRegister, REAL_REGISTER } from '../../../support/real-register.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asStaff } from '../../../support/viewers.ts';
import { openEnterprises, USCC, type OpenEnterprises } from '../demo.ts';

const staff = (district: string, department = 'market-regulation') =>
  asStaff(department, district, 'enterprise-supervision');

const SEARCH = `query ($search: String, $district: String, $status: EnterpriseStatus, $first: Int, $after: String) {
  enterprises(search: $search, district: $district, status: $status, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { uscc name district { code } } } } }`;

interface Found {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { uscc: string; name: string; district: { code: string } } }[];
}

eachEngine((database) => {
  let registry: OpenEnterprises;
  beforeAll(async () => {
    registry = await openEnterprises(database().store('enterprises'));
    await registry.loadDemo();
  }, 120_000);
  afterAll(() => registry.close());

  const search = async (viewer: Viewer, variables: Record<string, unknown>) => {
    const { data, errors } = await registry.as(viewer, SEARCH, variables);
    const found = data?.['enterprises'] as Found | null | undefined;
    return { errors, found, usccs: found?.edges.map(({ node }) => node.uscc), total: found?.totalCount };
  };

  describe('a search', () => {
    it.each([
      ['a part of the name', '餐饮管理', [USCC.mingmei, USCC.mingmeiBranch]],
      ['two characters', '明梅', [USCC.mingmeiFood, USCC.mingmei, USCC.mingmeiBranch]],
      ['a former name', '小梅点心', [USCC.mingmei]],
      ['a former name of old', '旅社', [USCC.hujiang]],
      ['a whole USCC', USCC.zhiqiang, [USCC.zhiqiang]],
      ['a whole USCC in lower case', USCC.zhiqiang.toLowerCase(), [USCC.zhiqiang]],
      ['a USCC that nobody has', USCC.unknown, []],
      ['words that are in no name', '不存在', []],
      ['characters of a name in another order', '梅明', []],
      ['wildcards, which are characters like others', '%_', []],
      ['a backslash and a quote', "\\'", []],
    ])('by %s finds', async (_what, term, usccs) => {
      const answer = await search(staff('310000'), { search: term });
      expect(answer).toMatchObject({ errors: undefined, usccs, total: usccs.length });
    });

    it('finds an enterprise once that has both names', async () => {
      expect(await search(staff('310000'), { search: '沪江' })).toMatchObject({ usccs: [USCC.hujiang], total: 1 });
    });

    it('goes through all, in the order of names, page by page', async () => {
      const names: string[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const { found } = await search(staff('310000'), { first: 4, after });
        if (found === null || found === undefined) throw new Error('A page was refused.');
        expect(found.totalCount).toBe(15);
        names.push(...found.edges.map(({ node }) => node.name));
        after = found.pageInfo.endCursor;
        more = found.pageInfo.hasNextPage;
      }
      expect(names).toHaveLength(15);
      expect(names).toEqual([...names].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
    });

    it('can ask for a status', async () => {
      expect(await search(staff('310000'), { status: 'DEREGISTERED' })).toMatchObject({
        usccs: [USCC.jianing],
        total: 1,
      });
    });

    it('can ask for nothing but the count', async () => {
      expect(await search(staff('310000'), { first: 0 })).toMatchObject({ usccs: [], total: 15 });
    });
  });

  describe('a search by staff of a district', () => {
    it('finds and counts its own alone', async () => {
      expect(await search(staff('310104'), {})).toMatchObject({ usccs: [USCC.mingmei], total: 1 });
      expect(await search(staff('310104'), { search: '明梅' })).toMatchObject({ usccs: [USCC.mingmei], total: 1 });
      expect(await search(staff('310104'), { search: USCC.hujiang })).toMatchObject({ usccs: [], total: 0 });
      expect(await search(staff('310104'), { district: '310104' })).toMatchObject({ total: 1 });
    });

    it('may not name another district', async () => {
      const { errors, found } = await search(staff('310104'), { district: '310109' });
      expect(found).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', missing: 'district:310109' } }]);
    });

    it('finds the whole city where the grants reach it, and may narrow it', async () => {
      expect(await search(staff('310104', 'transport'), {})).toMatchObject({ total: 15 });
      expect(await search(staff('310104', 'transport'), { district: '310109' })).toMatchObject({
        usccs: [USCC.hujiang],
      });
    });
  });

  it('counts the branches that staff may see', async () => {
    const count = async (viewer: Viewer) =>
      (
        await registry.as(
          viewer,
          `{ enterprise(uscc: "${USCC.mingmei}") { branches { totalCount edges { node { uscc } } } } }`,
        )
      ).data;
    expect(await count(staff('310000'))).toMatchObject({ enterprise: { branches: { totalCount: 1 } } });
    expect(await count(staff('310104'))).toMatchObject({
      enterprise: { branches: { totalCount: 0, edges: [{ node: null }] } },
    });
  });

  it.each([
    [{ search: '餐' }, 'search'],
    [{ search: '餐'.repeat(101) }, 'search'],
    [{ district: '徐汇' }, 'district'],
    [{ first: -1 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'x' }, 'after'],
  ])('refuses %j', async (variables, field) => {
    const { errors } = await search(staff('310000'), variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  describeWithRegister('in the real register', () => {
    const TERMS = ['餐饮', '机械', '旅馆', '长风理发', '明梅', '新联塑料', '投资管理', '药房'];
    const search = { uscc: null, district: null, status: null, formerly: true };
    const page = { first: 20, after: null };
    const read = <T>(work: (executor: Executor<EnterprisesDB>) => Promise<T>) =>
      registry.store.read({ holder: 'test' }, work);

    beforeAll(async () => {
      await registry.ingest.ingestFile('enterprises.registrations', REAL_REGISTER);
      await read((executor) => sql`analyze enterprises.enterprise`.execute(executor));
    }, 300_000);

    const scan = (words: string) => (executor: Executor<EnterprisesDB>) =>
      executor
        .selectFrom('enterprise')
        .where('name', 'like', `%${words}%`)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
    const median = (times: number[]): number =>
      times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    const time = async (work: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };

    it('counts as a scan of all names would', async () => {
      for (const words of [...TERMS, '上海', '有限公司']) {
        const { count } = await read(scan(words));
        expect(await read((executor) => countFound(executor, { ...search, words }))).toBe(count);
      }
    }, 60_000);

    it('gives page and count together before a scan would have counted', async () => {
      const own: number[] = [];
      const scanned: number[] = [];
      for (const words of [...TERMS, ...TERMS, ...TERMS]) {
        own.push(
          await time(() =>
            read(async (executor) => [
              await findPage(executor, { ...search, words }, page),
              await countFound(executor, { ...search, words }),
            ]),
          ),
        );
        scanned.push(await time(() => read(scan(words))));
      }
      expect(median(own)).toBeLessThan(median(scanned));
    }, 60_000);
  });
});
