import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Viewer } from '../../../schema/viewer.ts';
import { eachEngine } from '../../support/stores.ts';
import { asStaff, asSystem } from '../../support/viewers.ts';
import { openEnterprises, USCC, type OpenEnterprises } from './demo.ts';

/** More of each than a list ever shows: a thousandth each, but the last two, who hold the most. */
const MANY = `
  insert into enterprises.share (uscc, owner, percent, since)
    select '${USCC.ludao}', 'c1_' || to_char(n, 'fm000'), case when n >= 119 then 30 else 0.1 end, '2020-01-01'
    from generate_series(1, 120) n;
  insert into enterprises.share (uscc, owner, percent, since)
    select 'E' || to_char(n, 'fm000'), '${USCC.ludao}', n / 10.0, '2020-01-01' from generate_series(1, 120) n;
  insert into enterprises.mandate (id, uscc, handler, services, since)
    select 'M' || to_char(n, 'fm000'), '${USCC.ludao}', 'c1_001', '{food-permit}', '2020-01-01' from generate_series(1, 120) n;
  insert into enterprises.penalty (id, uscc, department, decided_on, ground)
    select 'P' || to_char(n, 'fm000'), '${USCC.ludao}', 'health', date '2020-01-01' + n, '…' from generate_series(1, 120) n;
  insert into enterprises.listing (uscc, directory, since, ground, citation, decided_by)
    select '${USCC.ludao}', 'ABNORMAL_OPERATION', date '2020-01-01' + n, '…', '…', 'health' from generate_series(1, 120) n`;

const officer = asStaff('market-regulation', '310000', 'enterprise-supervision');

type Lists = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

eachEngine((database) => {
  let registry: OpenEnterprises;
  beforeAll(async () => {
    registry = await openEnterprises(database().store('enterprises'));
    await registry.loadDemo();
    await registry.store.transaction({ holder: 'test' }, async (executor) => {
      await sql`delete from enterprises.share where uscc = ${USCC.ludao} or owner = ${USCC.ludao}`.execute(executor);
      for (const statement of MANY.split(';')) await sql.raw(statement).execute(executor);
    });
  }, 120_000);
  afterAll(() => registry.close());

  /** The system reads everything but mandates. */
  const ask = async (
    fields: string,
    { uscc = USCC.ludao, viewer = asSystem }: { uscc?: string; viewer?: Viewer } = {},
  ) => {
    const query = `query ($uscc: ID!) { enterprise(uscc: $uscc) { ${fields} } }`;
    const { data, errors } = await registry.as(viewer, query, { uscc });
    return { file: data?.['enterprise'] as Lists | undefined, errors };
  };

  it.each<[list: string, field: string, top: readonly unknown[]]>([
    ['shareholders', 'owner { ... on Citizen { id } }', [{ id: 'c1_119' }, { id: 'c1_120' }, { id: 'c1_001' }]],
    ['investments', 'share', [12, 11.9, 11.8]],
    ['handlers', 'id', ['M001', 'M002', 'M003']],
    ['penalties', 'id', ['P120', 'P119', 'P118']],
    ['listings', 'since', ['2020-04-30', '2020-04-29', '2020-04-28']],
  ])('%s gives fifty, or as many as asked for up to a hundred, each enterprise its own', async (list, field, top) => {
    const viewer = list === 'handlers' ? officer : asSystem;
    const sized = (size: string) => `${list}${size} { ${field} }`;
    const valuesOf = async (size: string) =>
      (await ask(sized(size), { viewer })).file?.[list]?.map((row) => Object.values(row)[0]) ?? [];
    expect(await valuesOf('')).toHaveLength(50);
    expect(await valuesOf('(first: null)')).toHaveLength(50);
    expect(await valuesOf('(first: 100)')).toHaveLength(100);
    expect(await valuesOf('(first: 0)')).toEqual([]);
    expect(await valuesOf('(first: 3)')).toEqual(top);
    for (const size of [-1, 101]) {
      expect((await ask(sized(`(first: ${size})`), { viewer })).errors?.[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        field: 'first',
        reason: 'RANGE',
      });
    }
  });

  it('asks for two sizes of one list at once, of several enterprises', async () => {
    const query = `query ($usccs: [ID!]!) { enterprisesByUscc(usccs: $usccs) {
      two: shareholders(first: 2) { share } one: shareholders(first: 1) { share } } }`;
    const { data } = await registry.as(asSystem, query, { usccs: [USCC.ludao, USCC.zhiqiang] });
    expect((data?.['enterprisesByUscc'] as Lists[]).map(({ two, one }) => [two?.length, one?.length])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('finds beneficial owners by all shares, however few are shown', async () => {
    await registry.store.transaction({ holder: 'test' }, async (executor) => {
      await sql`delete from enterprises.share where uscc = ${USCC.jianing}`.execute(executor);
      await sql`insert into enterprises.share (uscc, owner, percent, since)
        select ${USCC.jianing}, 'F' || to_char(n, 'fm000'), 0.5, date '2020-01-01' from generate_series(1, 120) n
        union all select 'F' || to_char(n, 'fm000'), 'c1_many', 100, date '2020-01-01' from generate_series(1, 120) n
        on conflict do nothing`.execute(executor);
    });
    const { file } = await ask('shareholders(first: 1) { share } beneficialOwners { share paths }', {
      uscc: USCC.jianing,
    });
    expect(file?.['beneficialOwners']).toContainEqual({ share: 60, paths: 120 });
  });
});
