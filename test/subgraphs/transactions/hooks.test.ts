import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen } from '../../support/viewers.ts';
import { idNumberOf } from '../../support/people.ts';
import { citizenOf, openTransactions, type OpenTransactions } from './desk.ts';

const lin = asCitizen(citizenOf('lin-xiaomei'));

eachEngine((database) => {
  let registry: OpenTransactions;
  let count = 0;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
  }, 120_000);
  afterAll(() => registry.close());

  const held = async (state: 'SUBMITTED' | 'DELIVERED') => {
    count += 1;
    const id = `h-${count}`;
    await registry.putApplication({ id, applicant: citizenOf('lin-xiaomei'), state });
    return id;
  };
  const told = (id: string, more: Readonly<Record<string, string>>) =>
    registry.drop('transactions.applications', [
      {
        办件编号: id,
        事项编码: 'dog-licence',
        申请人证件号码: idNumberOf('lin-xiaomei'),
        办件状态: '已受理',
        状态时间: '2026-11-22T11:00:00+08:00',
        开始时间: '2026-11-22T10:00:00+08:00',
        ...more,
      },
    ]);
  const stateOf = async (id: string) =>
    ((await registry.as(lin, `{ application(id: "${id}") { state version } }`)).data?.['application'] ?? null) as {
      state: string;
      version: number;
    } | null;

  it('takes what follows the state that is held, and counts the version', async () => {
    const id = await held('SUBMITTED');
    expect(await told(id, { 办件状态: '准予' })).toMatchObject({ changed: 1 });
    expect(await stateOf(id)).toEqual({ state: 'APPROVED', version: 2 });
  });

  it.each([
    ['a state that cannot follow', { 办件状态: '办理中' }, 'REFUSED_BY_HOOK'],
    ['somebody else’s number', { 申请人证件号码: idNumberOf('zhou-ming') }, 'REFUSED_BY_HOOK'],
    ['another service', { 事项编码: 'school-visit' }, 'REFUSED_BY_HOOK'],
    ['a service that the catalogue has not', { 事项编码: 'nosuch' }, 'UNKNOWN_CODE'],
    ['a word that is no state', { 办件状态: '差不多' }, 'UNKNOWN_CODE'],
  ])('sets aside %s', async (_what, more, reason) => {
    const id = await held('DELIVERED');
    expect(await told(id, more)).toMatchObject({ quarantined: 1, reasons: { [reason]: 1 } });
    expect(await stateOf(id)).toEqual({ state: 'DELIVERED', version: 1 });
  });

  it('sets aside what belongs to no application that is held', async () => {
    const row = {
      环节流水号: 'x',
      办件编号: 'nosuch',
      发生时间: '2026-11-22T11:00:00+08:00',
      环节: '收件',
      渠道: '窗口',
      办理方: '1号窗口',
    };
    expect(await registry.drop('transactions.touchpoints', [row])).toMatchObject({
      quarantined: 1,
      reasons: { REFUSED_BY_HOOK: 1 },
    });
    const rectified = { 办件编号: await held('DELIVERED'), 整改状态: '已整改' };
    expect(await registry.drop('transactions.rectifications', [rectified])).toMatchObject({ quarantined: 1 });
    const shut = { 网点编码: 'nowhere', 停业首日: '2026-11-23', 恢复营业日: '2026-11-24' };
    expect(await registry.drop('transactions.closures', [shut])).toMatchObject({ reasons: { UNKNOWN_CODE: 1 } });
  });

  it('puts what is told of an application into the file of its applicant', async () => {
    const id = await held('SUBMITTED');
    const row = {
      环节流水号: `y-${id}`,
      办件编号: id,
      发生时间: '2026-11-22T11:00:00+08:00',
      环节: '收件',
      渠道: '窗口',
      办理方: '1号窗口',
    };
    expect(await registry.drop('transactions.touchpoints', [row])).toMatchObject({ accepted: 1 });
    expect((await registry.changes()).at(-1)).toMatchObject({
      kind: 'application.changed',
      affects: [citizenOf('lin-xiaomei')],
      items: ['Application.log'],
    });
  });
});
