import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../../schema/viewer.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen, asStaff, asSystem, TODAY } from '../../../support/viewers.ts';
import { citizenOf, openEnterprises, USCC, type OpenEnterprises } from '../demo.ts';

const zhouMing = asCitizen(citizenOf('zhou-ming'));
const maXiaodong = asCitizen(citizenOf('ma-xiaodong'));

const GRANT = `mutation ($input: MandateInput!) { grantMandate(input: $input) {
  id services since until withdrawnAt enterprise { uscc } } }`;
const WITHDRAW = `mutation ($id: ID!, $requestKey: String!) { withdrawMandate(id: $id, requestKey: $requestKey) {
  id until withdrawnAt } }`;
const READ = `query ($uscc: ID!) { enterprise(uscc: $uscc) { name } }`;

eachEngine((database) => {
  let registry: OpenEnterprises;
  let keys = 0;
  let requestKey: string;
  beforeAll(async () => {
    registry = await openEnterprises(database().store('enterprises'));
    await registry.loadDemo();
    await registry.knowCitizens(['zhou-ming', 'ma-xiaodong', 'wu-qian', 'zhao-wei']);
    await registry.knowCitizens(['li-xiuying'], { alive: false });
    await registry.knowCitizens(['zhou-zixuan'], { guardian: 'zhou-ming' });
    registry.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  }, 120_000);
  afterAll(() => registry.close());
  beforeEach(() => {
    keys += 1;
    requestKey = `key-${keys}`;
  });

  const input = (more: Record<string, unknown> = {}) => ({
    uscc: USCC.mingmei,
    handler: citizenOf('ma-xiaodong'),
    services: ['food-permit'],
    until: '2027-06-01',
    requestKey,
    ...more,
  });
  const grant = (viewer: Viewer, more: Record<string, unknown> = {}) =>
    registry.as(viewer, GRANT, { input: input(more) });
  const grantedId = async () => {
    const { data } = await grant(zhouMing);
    return (data?.['grantMandate'] as { id: string }).id;
  };
  const withdraw = (viewer: Viewer, id: string, key = `${requestKey}-end`) =>
    registry.as(viewer, WITHDRAW, { id, requestKey: key });
  const codes = ({ errors }: Awaited<ReturnType<typeof grant>>) =>
    errors?.map(({ extensions }) => extensions?.['code']);
  const sees = async (viewer: Viewer) =>
    (await registry.as(viewer, READ, { uscc: USCC.mingmei })).data?.['enterprise'] !== null;

  describe('a mandate', () => {
    it('opens the file to the handler at once, until it is withdrawn', async () => {
      expect(await sees(maXiaodong)).toBe(false);
      const { data, errors } = await grant(zhouMing);
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        grantMandate: {
          services: ['food-permit'],
          since: TODAY,
          until: '2027-06-01',
          withdrawnAt: null,
          enterprise: { uscc: USCC.mingmei },
        },
      });
      expect(await sees(maXiaodong)).toBe(true);
      const { id } = data?.['grantMandate'] as { id: string };
      const ended = await withdraw(zhouMing, id);
      expect(ended.data).toEqual({ withdrawMandate: { id, until: TODAY, withdrawnAt: `${TODAY}T02:00:00.000Z` } });
      expect(await sees(maXiaodong)).toBe(false);
    });

    it('is told to all directories, with both files that it touches', async () => {
      const id = await grantedId();
      const granted = (await registry.changes()).at(-1);
      expect(granted).toMatchObject({
        kind: 'mandate.granted',
        affects: [USCC.mingmei, citizenOf('ma-xiaodong')],
        items: ['Enterprise.handlers', 'Citizen.enterprises'],
        payload: { mandate: id },
      });
      expect(granted?.directory).toMatchObject({
        subject: USCC.mingmei,
        handlers: expect.arrayContaining([expect.objectContaining({ mandate: id, until: '2027-06-01' })]),
      });
      await withdraw(zhouMing, id);
      expect((await registry.changes()).at(-1)).toMatchObject({
        kind: 'mandate.withdrawn',
        directory: { handlers: expect.arrayContaining([expect.objectContaining({ mandate: id, until: TODAY })]) },
      });
    });

    it('is given once by one request key, whatever the repeats', async () => {
      const [first, second] = [await grant(zhouMing), await grant(zhouMing)];
      expect(second).toEqual(first);
      expect(codes(await grant(zhouMing, { services: ['annual-report'] }))).toEqual(['CONFLICT']);
      const { id } = first.data?.['grantMandate'] as { id: string };
      const [ended, again] = [await withdraw(zhouMing, id), await withdraw(zhouMing, id)];
      expect(again).toEqual(ended);
      const before = (await registry.changes()).length;
      expect((await withdraw(zhouMing, id, 'another key')).data).toEqual(ended.data);
      expect((await registry.changes()).length).toBe(before);
    });

    it('may be laid down by the handler', async () => {
      const id = await grantedId();
      expect((await withdraw(maXiaodong, id)).data).toMatchObject({ withdrawMandate: { until: TODAY } });
    });

    it('stays in the list of handlers after its end', async () => {
      const id = await grantedId();
      await withdraw(zhouMing, id);
      const { data } = await registry.as(
        zhouMing,
        `{ enterprise(uscc: "${USCC.mingmei}") { handlers { id withdrawnAt } } }`,
      );
      expect(data).toMatchObject({
        enterprise: { handlers: expect.arrayContaining([{ id, withdrawnAt: `${TODAY}T02:00:00.000Z` }]) },
      });
    });
  });

  describe('nobody else', () => {
    it.each([
      ['a stranger', asCitizen(citizenOf('zhao-wei')), 'NOT_FOUND'],
      ['the handler', asCitizen(citizenOf('wu-qian')), 'NOT_FOUND'],
      ['the former representative, a shareholder', asCitizen(citizenOf('lin-xiaomei')), 'NOT_FOUND'],
      ['an officer', asStaff('market-regulation', '310104', 'enterprise-supervision'), 'FORBIDDEN'],
      ['the system', asSystem, 'FORBIDDEN'],
    ])('gives one: %s', async (_who, viewer, code) => {
      expect(codes(await grant(viewer))).toEqual([code]);
    });

    it('gives one for an enterprise that is not theirs or does not exist', async () => {
      const [others, unknown] = [
        await grant(zhouMing, { uscc: USCC.zhiqiang }),
        await grant(zhouMing, { uscc: USCC.unknown }),
      ];
      expect(codes(others)).toEqual(['NOT_FOUND']);
      expect(others).toEqual(unknown);
    });

    it('takes one back, nor learns whether it exists', async () => {
      const id = await grantedId();
      const stranger = asCitizen(citizenOf('zhao-wei'));
      const [others, unknown] = [await withdraw(stranger, id, 'a'), await withdraw(stranger, 'm1_none', 'b')];
      expect(codes(others)).toEqual(['NOT_FOUND']);
      expect(others).toEqual(unknown);
      await withdraw(zhouMing, id);
    });
  });

  it('asks for a sign-in of level 2', async () => {
    const answer = await grant(asCitizen(citizenOf('zhou-ming'), { assurance: 1 }));
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', requiredAssurance: 2 } }]);
  });

  it.each([
    ['who is dead', 'li-xiuying'],
    ['who is a child', 'zhou-zixuan'],
    ['whom nobody knows', 'nobody'],
  ])('finds no handler %s', async (_who, slug) => {
    expect(codes(await grant(zhouMing, { handler: citizenOf(slug) }))).toEqual(['NOT_FOUND']);
  });

  it.each([
    [{ uscc: '123' }, 'input.uscc'],
    [{ services: [] }, 'input.services'],
    [{ services: ['Food permit'] }, 'input.services'],
    [{ until: TODAY }, 'input.until'],
    [{ until: '2030-01-01' }, 'input.until'],
    [{ handler: citizenOf('zhou-ming') }, 'input.handler'],
    [{ requestKey: '' }, 'requestKey'],
  ])('refuses %j', async (more, field) => {
    expect((await grant(zhouMing, more)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it('gives nothing while the directory of persons is out of date', async () => {
    registry.subgraph.directory.follow({ lag: () => 60_000, stop: () => Promise.resolve() });
    const answer = await grant(zhouMing);
    registry.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
    expect(codes(answer)).toEqual(['UNAVAILABLE']);
  });
});
