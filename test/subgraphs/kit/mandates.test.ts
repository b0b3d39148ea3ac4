import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../schema/viewer.ts';
import { getBareDump } from '../../support/stores.ts';
import { openTown, type Town } from '../../support/town.ts';

describe('who gave a mandate and who holds it', () => {
  let town: Town;
  let zhou: Viewer;
  let wu: Viewer;
  const look = (viewer: Viewer, { subject }: Viewer, fields: string) =>
    town.ask('personal', viewer, `query ($id: ID!) { citizen(id: $id) { ${fields} } }`, { id: subject });
  const until = async (what: () => Promise<boolean>) => {
    for (let attempt = 0; attempt < 200 && !(await what()); attempt += 1) await new Promise((go) => setTimeout(go, 50));
  };

  beforeAll(async () => {
    town = await openTown({}, await getBareDump());
    zhou = await town.citizen('zhou-ming');
    wu = await town.citizen('wu-qian');
    await until(async () => (await look(zhou, wu, 'id')).errors === undefined);
  }, 120_000);
  afterAll(() => town.close());

  it('see each other’s name, masked until it is revealed, and nothing else', async () => {
    expect(await look(zhou, wu, 'name')).toEqual({ data: { citizen: { name: '吴*' } } });
    expect(await look(zhou, wu, 'name(reveal: true)')).toEqual({ data: { citizen: { name: '吴倩' } } });
    expect(await look(wu, zhou, 'name')).toEqual({ data: { citizen: { name: '周*' } } });
    const { data, errors } = await look(zhou, wu, 'phone birthDate');
    expect(data).toEqual({ citizen: { phone: null, birthDate: null } });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('are strangers to each other’s families, and to others who hold mandates', async () => {
    const lin = await town.citizen('lin-xiaomei');
    expect((await look(wu, lin, 'name')).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const zhang = await town.citizen('zhang-zhiqiang');
    expect((await look(zhang, wu, 'name')).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are strangers once the mandate is withdrawn', async () => {
    const mine = '{ me { enterprises { edges { node { enterprise { uscc handlers { id handler { id } } } } } } } }';
    const { data } = await town.ask('enterprises', zhou, mine);
    const ids = [...JSON.stringify(data).matchAll(/"id":"(m1_[^"]+|[^"]+)","handler":\{"id":"([^"]+)"/g)]
      .filter(([, , handler]) => handler === wu.subject)
      .map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const withdrawal = 'mutation ($id: ID!) { withdrawMandate(id: $id, requestKey: "w") { until } }';
      expect((await town.ask('enterprises', zhou, withdrawal, { id })).errors).toBeUndefined();
    }
    await until(async () => (await look(zhou, wu, 'id')).errors !== undefined);
    expect((await look(zhou, wu, 'name')).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });
});
