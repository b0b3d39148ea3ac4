import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  describeEnterprises,
  eraseCitizen,
  findLifeEvents,
  findMandates,
  findShareholders,
} from '../../../subgraphs/enterprises/repository.ts';
import { eachEngine } from '../../support/stores.ts';
import { citizenOf, openEnterprises, USCC, type OpenEnterprises } from './demo.ts';

const HEADER =
  '企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址,登记状态,注销吊销日期';
const page = { first: 100, after: null };

eachEngine((database) => {
  let registry: OpenEnterprises;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drops-'));
    registry = await openEnterprises(database().store('enterprises'));
    await registry.loadDemo();
  }, 120_000);
  afterAll(async () => {
    await registry.close();
    await rm(folder, { recursive: true });
  });

  const read = <T>(work: Parameters<typeof registry.store.read<T>>[1]) => registry.store.read({ holder: 'test' }, work);
  const ingest = async (source: string, lines: readonly string[], date: string) => {
    const file = join(folder, 'drop.csv');
    await writeFile(file, `${lines.join('\n')}\n`);
    return registry.ingest.ingestFile(`enterprises.${source}`, file, { manifest: { kind: 'delta', date } });
  };
  const events = async (uscc: string) =>
    (await read((executor) => findLifeEvents(executor, [uscc], null, page))).map(({ row }) => row);

  it('takes the demo drops in a second time without a change', async () => {
    const before = (await registry.changes()).length;
    const reports = await registry.loadDemo();
    expect(reports.every(({ rows, unchanged }) => rows === unchanged)).toBe(true);
    expect((await registry.changes()).length).toBe(before);
  });

  it('describes an enterprise to the directories with who represents, handles and holds it', async () => {
    const [entry] = await read((executor) =>
      describeEnterprises(executor, [USCC.mingmei, USCC.unknown, citizenOf('zhou-ming')]),
    );
    expect(entry).toEqual({
      kind: 'enterprise',
      subject: USCC.mingmei,
      district: '310104',
      alive: true,
      representatives: [
        { id: citizenOf('lin-xiaomei'), since: '2016-03-18', until: '2018-05-10' },
        { id: citizenOf('zhou-ming'), since: '2018-05-10', until: null },
      ],
      handlers: [
        {
          id: citizenOf('wu-qian'),
          since: '2026-01-05',
          until: '2028-01-01',
          mandate: 'SQ310104-2026-00031',
          services: ['food-permit-new', 'food-permit-change', 'annual-report'],
        },
      ],
      holders: [
        { id: citizenOf('lin-xiaomei'), since: '2016-03-18', until: '2018-05-10' },
        { id: citizenOf('zhou-ming'), since: '2016-03-18', until: null },
        { id: citizenOf('lin-xiaomei'), since: '2018-05-10', until: null },
        { id: citizenOf('zhou-ming'), since: '2018-05-10', until: null },
      ],
    });
    expect(await read((executor) => describeEnterprises(executor, [USCC.jianing]))).toMatchObject([{ alive: false }]);
  });

  describe('a drop of registrations', () => {
    const row = (scope: string, address: string) =>
      `上海金穗粮油经营部,91310120MA1HPG696Q,2015-01-15,个人独资企业,20万元人民币,${scope},上海,奉贤,${address},存续,`;

    it('that changes something leaves what it was in the life of the enterprise', async () => {
      const report = await ingest(
        'registrations',
        [HEADER, row('粮油制品批发，食品流通', '上海市奉贤区南桥路（示例）80号')],
        '2026-11-23',
      );
      expect(report).toMatchObject({ changed: 1 });
      expect(await events('91310120MA1HPG696Q')).toMatchObject([
        {
          at: '2026-11-23',
          kind: 'scope-changed',
          after: '粮油制品批发，食品流通',
          source: { code: 'market-regulation' },
        },
        { at: '2026-11-23', kind: 'address-changed', before: '上海市奉贤区南桥路（示例）78号' },
        { at: '2015-01-15', kind: 'registered' },
      ]);
    });

    it('is replaced by the day that the register tells', async () => {
      await ingest(
        'changes',
        [
          '统一社会信用代码,变更日期,变更事项,变更前内容,变更后内容',
          '91310120MA1HPG696Q,2026-11-16,住所变更,上海市奉贤区南桥路（示例）78号,上海市奉贤区南桥路（示例）80号',
        ],
        '2026-11-24',
      );
      expect((await events('91310120MA1HPG696Q')).map(({ at, kind }) => `${at} ${kind}`)).toEqual([
        '2026-11-23 scope-changed',
        '2026-11-16 address-changed',
        '2015-01-15 registered',
      ]);
    });

    it('that is older than what is held leaves nothing', async () => {
      const before = await events('91310120MA1HPG696Q');
      await ingest('registrations', [HEADER, row('粮油', '上海市奉贤区南桥路（示例）1号')], '2026-11-01');
      expect(await events('91310120MA1HPG696Q')).toEqual(before);
    });
  });

  it('takes a person out of the files of enterprises when erased, and leaves the files', async () => {
    const id = citizenOf('he-jun');
    await registry.store.transaction({ holder: 'test' }, (executor) => eraseCitizen(executor, id, '2026-11-22'));
    const shares = await read((executor) => findShareholders(executor, [USCC.zhiqiang], 10));
    expect(shares.map(({ share, owner }) => [share, owner])).toEqual([
      [60, { __typename: 'Citizen', id: citizenOf('zhang-zhiqiang') }],
      [40, null],
    ]);
    const [entry] = await read((executor) => describeEnterprises(executor, [USCC.zhiqiang]));
    expect(JSON.stringify(entry)).not.toContain(id);
  });

  it('ends the mandates of a person who is erased', async () => {
    await registry.store.transaction({ holder: 'test' }, (executor) =>
      eraseCitizen(executor, citizenOf('wu-qian'), '2026-11-22'),
    );
    const mandates = await read((executor) => findMandates(executor, [USCC.mingmei], 10));
    expect(mandates.every(({ handler, until }) => handler === null && until !== null && until < '2027-01-01')).toBe(
      true,
    );
  });
});
