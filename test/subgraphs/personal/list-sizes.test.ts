import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { idNumberOf } from '../../support/people.ts';
import { eachEngine } from '../../support/stores.ts';
import { asSystem } from '../../support/viewers.ts';
import { openPersonal, type OpenPersonal } from './demo.ts';

eachEngine((database) => {
  let personal: OpenPersonal;
  let lin: string;
  beforeAll(async () => {
    personal = await openPersonal(database().store('personal'));
    await personal.loadDemo();
    lin = await personal.idOf(idNumberOf('lin-xiaomei'));
    await personal.store.transaction({ holder: 'test' }, async (executor) => {
      for (const statement of [
        `delete from personal.residence where citizen_id = '${lin}'`,
        `insert into personal.residence (citizen_id, district, since, until, premise_id)
           select '${lin}', '310104', date '2000-01-01' + n, case when n = 1 then null else date '2000-01-02' + n end,
             case when n = 1 then 'FW3101040001' end from generate_series(1, 120) n`,
        `insert into personal.citizen (id) select 'c1_' || to_char(n, 'fm000') from generate_series(1, 120) n`,
        `insert into personal.guardianship (record_no, ward_id, guardian_id, kind, since)
           select 'G' || n, 'c1_' || to_char(n, 'fm000'), '${lin}', 'APPOINTED', '2020-01-01' from generate_series(1, 120) n`,
        `insert into personal.household_member (citizen_id, register_no, kind, province, relation_to_head, since)
           select 'c1_' || to_char(n, 'fm000'), register_no, 'FAMILY', '310000', '99', '2020-01-01'
           from generate_series(1, 120) n, personal.household_member where citizen_id = '${lin}'`,
        `insert into personal.premise_owner (premise_id, owner_id, since)
           select 'FW3101040001', 'c1_' || to_char(n, 'fm000'), '2020-01-01' from generate_series(1, 120) n`,
      ])
        await sql.raw(statement).execute(executor);
    });
  }, 120_000);
  afterAll(() => personal.close());

  const ask = async (fields: string) => {
    const query = `query ($ids: [ID!]!) { citizens(ids: $ids) { ${fields} } }`;
    const { data, errors } = await personal.as(asSystem, query, { ids: [lin] });
    const [file] = (data?.['citizens'] ?? []) as unknown[];
    return { file, errors };
  };

  it.each<[list: string, field: string, around: (list: string) => string]>([
    ['residences', 'since', (list) => list],
    ['wards', 'since', (list) => list],
    ['members', 'id', (list) => `household { ${list} }`],
    ['owners', 'id', (list) => `residence { premise { ${list} } }`],
  ])('%s gives fifty, or as many as asked for up to a hundred', async (list, field, around) => {
    const sizeOf = async (size: string) =>
      JSON.stringify((await ask(around(`${list}${size} { ${field} }`))).file).split(`"${field}"`).length - 1;
    expect(await sizeOf('')).toBe(50);
    expect(await sizeOf('(first: 100)')).toBe(100);
    expect(await sizeOf('(first: 2)')).toBe(2);
    expect(await sizeOf('(first: 0)')).toBe(0);
    for (const size of [-1, 101]) {
      const { errors } = await ask(around(`${list}(first: ${size}) { ${field} }`));
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'first', reason: 'RANGE' });
    }
  });

  it('shows the latest homes, and finds the present one among all', async () => {
    expect((await ask('residence { since } residences(first: 2) { since }')).file).toEqual({
      residence: { since: '2000-01-02' },
      residences: [{ since: '2000-04-30' }, { since: '2000-04-29' }],
    });
  });

  it('shows the head of a household first', async () => {
    const { file } = await ask('household { head { id } members(first: 1) { id } }');
    const { household } = file as { household: { head: { id: string }; members: { id: string }[] } };
    expect(household.members).toEqual([household.head]);
  });
});
