import { describe, expect, it } from '@jest/globals';
import { getBareDump } from '../../support/stores.ts';
import { openTown } from '../../support/town.ts';

describe('the erasure of a citizen', () => {
  it('empties the file, tells every registry, and closes every relation to it', async () => {
    const town = await openTown({}, await getBareDump());
    try {
      const lin = await town.citizen('lin-xiaomei');
      const zhou = await town.citizen('zhou-ming');
      const before = await town.ask('personal', lin, '{ me { spouse { id } birthDate } }');
      expect(before.data).toMatchObject({ me: { spouse: { id: zhou.subject } } });

      await town.registries.find('personal')?.erase(zhou.subject ?? '');

      const after = await town.ask(
        'personal',
        { ...lin, role: 'system' },
        'query ($ids: [ID!]!) { citizens(ids: $ids) { birthDate sex } }',
        {
          ids: [zhou.subject],
        },
      );
      expect(after.data).toEqual({ citizens: [{ birthDate: null, sex: null }] });
      const enterprises = town.registries.find('enterprises');
      let heard: unknown = null;
      for (let attempt = 0; attempt < 100 && heard === null; attempt += 1) {
        const [entry] = (await enterprises?.directory.findMany([zhou.subject ?? ''])) ?? [];
        heard = entry?.alive === false ? entry : null;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(heard).toMatchObject({ alive: false, guardians: [], spouses: [], kin: [] });
      const { data } = await town.ask('personal', lin, '{ me { spouse { name } } }');
      expect(JSON.stringify(data)).not.toContain('周');
    } finally {
      await town.close();
    }
  }, 120_000);
});
