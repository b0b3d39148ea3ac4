import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen, asPublic, asStaff } from '../../../support/viewers.ts';
import { citizenOf, codesOf, openTransactions, refusalOf, type OpenTransactions } from '../desk.ts';

const RATE = `mutation ($application: ID!, $level: RatingLevel!, $tags: [String!], $comment: String, $requestKey: String!) {
  rate(application: $application, level: $level, tags: $tags, comment: $comment, requestKey: $requestKey) {
    level tags comment at rectification rectificationState rectificationDueOn } }`;
const SUM = '{ service(code: "dog-licence") { ratings { count mean badRate rectifiedRate } } }';

const lin = asCitizen(citizenOf('lin-xiaomei'));

eachEngine((database) => {
  let registry: OpenTransactions;
  let count = 0;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
  }, 120_000);
  afterAll(() => registry.close());

  const decided = async (applicant = 'lin-xiaomei') => {
    count += 1;
    const id = `r-${count}`;
    await registry.putApplication({ id, applicant: citizenOf(applicant), state: 'DELIVERED' });
    return id;
  };
  const rate = (application: string, level: string, more: Record<string, unknown> = {}, viewer = lin) =>
    registry.as(viewer, RATE, { application, level, requestKey: `${application}-${level}`, ...more });
  const sum = async () => {
    const { data } = await registry.as(asPublic, SUM);
    return (data?.['service'] as { ratings: Record<string, number | null> }).ratings;
  };

  it('keeps the first rating of an application and no second one, by whichever way it comes', async () => {
    const id = await decided();
    const said = { tags: ['快', ' 快 ', '态度好'], comment: ' 很好 ' };
    const first = await rate(id, 'VERY_SATISFIED', said);
    expect(first.data).toEqual({
      rate: {
        level: 'VERY_SATISFIED',
        tags: ['快', '态度好'],
        comment: '很好',
        at: '2026-11-22T02:00:00.000Z',
        rectification: null,
        rectificationState: null,
        rectificationDueOn: null,
      },
    });
    expect(await rate(id, 'VERY_SATISFIED', said)).toEqual(first);
    expect(refusalOf(await rate(id, 'FAIR'))).toEqual({ code: 'CONFLICT', reason: 'RATED', next: [] });
    const row = { 办件编号: id, 事项编码: 'dog-licence', 评价等级: '不满意', 评价时间: '2026-11-22T12:00:00+08:00' };
    expect(await registry.drop('transactions.ratings', [row])).toMatchObject({
      quarantined: 1,
      reasons: { REFUSED_BY_HOOK: 1 },
    });
    expect((await registry.as(lin, `{ application(id: "${id}") { log { step } } }`)).data).toEqual({
      application: { log: [{ step: 'RATE' }] },
    });
  });

  it.each(['DISSATISFIED', 'VERY_DISSATISFIED'])(
    'opens a rectification for %s, until the department tells',
    async (level) => {
      const id = await decided();
      expect((await rate(id, level)).data?.['rate']).toMatchObject({
        rectification: null,
        rectificationState: 'OPEN',
        rectificationDueOn: '2026-12-07',
      });
      const row = { 办件编号: id, 整改状态: '已整改', 整改情况: '已回访', 整改完成日期: '2026-11-25' };
      expect(await registry.drop('transactions.rectifications', [row])).toMatchObject({ accepted: 1 });
      expect(
        (await registry.as(lin, `{ application(id: "${id}") { rating { rectification rectificationState } } }`)).data,
      ).toEqual({
        application: { rating: { rectification: '已回访', rectificationState: 'RECTIFIED' } },
      });
    },
  );

  it.each([
    ['tags', { tags: Array.from({ length: 11 }, (_, index) => `标签${index}`) }],
    ['tags', { tags: ['长'.repeat(21)] }],
    ['tags', { tags: [' '] }],
    ['comment', { comment: '长'.repeat(501) }],
  ])('refuses %s over their limits', async (field, more) => {
    expect(refusalOf(await rate(await decided(), 'FAIR', more))).toEqual({
      code: 'BAD_USER_INPUT',
      field,
      reason: 'LENGTH',
    });
  });

  it('is not for what is not decided, nor for strangers', async () => {
    await registry.putApplication({ id: 'open', applicant: citizenOf('lin-xiaomei'), state: 'IN_PROGRESS' });
    expect(refusalOf(await rate('open', 'FAIR'))).toMatchObject({
      code: 'CONFLICT',
      reason: 'STATE',
      next: ['withdrawApplication', 'book'],
    });
    expect(codesOf(await rate(await decided(), 'FAIR', {}, asCitizen(citizenOf('zhao-wei'))))).toEqual(['NOT_FOUND']);
  });

  it('shows a rating to the department that puts it right, and not to the one that handles the application', async () => {
    const id = await decided();
    await rate(id, 'DISSATISFIED');
    const ask = (purpose: string) =>
      registry.as(asStaff('public-security', '310104', purpose), `{ application(id: "${id}") { rating { level } } }`);
    expect((await ask('rating-rectification')).data).toEqual({ application: { rating: { level: 'DISSATISFIED' } } });
    expect(codesOf(await ask('application-handling'))).toEqual(['FORBIDDEN']);
  });

  describe('the public sum', () => {
    it('moves in fives, so that no answer differs from the one before by a single rating', async () => {
      await registry.store.transaction({ holder: 'test' }, (executor) => executor.deleteFrom('rating').execute());
      const levels = ['VERY_SATISFIED', 'VERY_SATISFIED', 'SATISFIED', 'FAIR', 'VERY_DISSATISFIED'];
      const seen: unknown[] = [await sum()];
      for (const level of [...levels, ...levels]) {
        expect((await rate(await decided(), level)).errors).toBeUndefined();
        const now = await sum();
        if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
      }
      expect(seen).toEqual([
        { count: 0, mean: null, badRate: null, rectifiedRate: null },
        { count: 5, mean: 3.6, badRate: 0.2, rectifiedRate: 0 },
        { count: 10, mean: 3.6, badRate: 0.2, rectifiedRate: 0 },
      ]);
    });

    it('lets a rating that comes late change no group that was told, whenever it was given', async () => {
      const before = await sum();
      const id = await decided();
      const row = { 办件编号: id, 事项编码: 'dog-licence', 评价等级: '不满意', 评价时间: '2020-01-01T12:00:00+08:00' };
      expect(await registry.drop('transactions.ratings', [row])).toMatchObject({ accepted: 1 });
      expect(await sum()).toEqual(before);
    });

    it('tells how much was put right', async () => {
      const [bad] = await registry.store.read({ holder: 'test' }, (executor) =>
        executor
          .selectFrom('rating')
          .where('level', '=', 'VERY_DISSATISFIED')
          .orderBy('arrival')
          .select('application_id')
          .execute(),
      );
      const row = {
        办件编号: bad?.application_id ?? '',
        整改状态: '查无实据',
        整改情况: '已说明',
        整改完成日期: '2026-11-25',
      };
      await registry.drop('transactions.rectifications', [row]);
      expect(await sum()).toMatchObject({ badRate: 0.2, rectifiedRate: 0.5 });
    });

    it('is that of a provider for what was rated of it', async () => {
      for (let each = 0; each < 5; each += 1) {
        const id = `p-${each}`;
        await registry.putApplication({
          id,
          applicant: citizenOf('zhao-wei'),
          service: 'bookkeeping',
          state: 'DELIVERED',
        });
        const row = {
          办件编号: id,
          事项编码: 'bookkeeping',
          服务机构编码: 'abacus',
          评价等级: '满意',
          评价时间: '2026-11-22T09:00:00+08:00',
        };
        await registry.drop('transactions.ratings', [row]);
      }
      const { data } = await registry.as(
        asPublic,
        '{ service(code: "bookkeeping") { providers { id ratings { count mean } } } }',
      );
      expect(data).toEqual({ service: { providers: [{ id: 'abacus', ratings: { count: 5, mean: 4 } }] } });
    });
  });
});
