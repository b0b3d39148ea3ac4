import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CitizenEntry } from '../../../../subgraphs/kit/directory/directory.ts';
import { describeCitizens, eraseCitizen } from '../../../../subgraphs/personal/repository.ts';
import { idNumberOf } from '../../../support/people.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen } from '../../../support/viewers.ts';
import { openPersonal, relatives, type OpenPersonal } from '../demo.ts';

eachEngine((database) => {
  describe('what the directories are told of a person', () => {
    let personal: OpenPersonal;
    let lin: string;
    let zhou: string;
    let kexin: string;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      await personal.loadDemo();
      lin = await personal.idOf(idNumberOf('lin-xiaomei'));
      zhou = await personal.idOf(idNumberOf('zhou-ming'));
      kexin = await personal.idOf(relatives.zhouKexin);
    }, 60_000);
    afterAll(() => personal.close());

    const describeOne = async (id: string): Promise<CitizenEntry | undefined> => {
      const entries = await personal.store.read({ holder: 'test' }, (executor) => describeCitizens(executor, [id]));
      return entries.find(({ subject }) => subject === id);
    };

    it('is the district, the guardians, the spouses and the kin, dated', async () => {
      expect(await describeOne(kexin)).toEqual({
        kind: 'citizen',
        subject: kexin,
        districts: [
          { district: '310104', since: '2021-03-20', until: null },
          { district: '310104', since: '2021-03-20', until: null },
        ],
        alive: true,
        mergedInto: null,
        guardians: expect.arrayContaining([lin, zhou].map((id) => ({ id, since: '2021-03-08', until: '2039-03-08' }))),
        spouses: [],
        kin: expect.arrayContaining([lin, zhou].map((id) => ({ id, since: '2021-03-08', until: null }))),
      });
      expect((await describeOne(lin))?.spouses).toEqual([{ id: zhou, since: '2013-10-01', until: null }]);
    });

    it('takes the district of the residence when the household is elsewhere', async () => {
      expect((await describeOne(await personal.idOf(idNumberOf('zhao-wei'))))?.districts[0]?.district).toBe('310115');
    });

    it('names an appointed guardian, and no parent who has died', async () => {
      const entry = await describeOne(await personal.idOf(relatives.sunXiaobao));
      expect(entry?.guardians).toEqual([
        { id: await personal.idOf(relatives.sunHao), since: '2019-06-01', until: '2021-04-18' },
        { id: await personal.idOf(idNumberOf('sun-guoping')), since: '2021-05-10', until: '2037-06-01' },
      ]);
    });

    it('ends a guardianship with the death of either', async () => {
      const ward = await personal.idOf(relatives.sunXiaobao);
      await personal.drop('personal.deaths', [{ 公民身份号码: idNumberOf('sun-guoping'), 死亡日期: '2026-11-20' }]);
      expect((await describeOne(ward))?.guardians.at(-1)).toMatchObject({ until: '2026-11-20' });
    });

    it('leaves out whom nobody knows', async () => {
      expect(await describeOne('c1_unknown')).toBeUndefined();
    });

    it('alters the spouse and the children as well when somebody dies', async () => {
      const before = (await personal.changes()).length;
      await personal.drop('personal.deaths', [{ 公民身份号码: idNumberOf('zhou-ming'), 死亡日期: '2026-11-20' }]);
      const told = new Map(
        (await personal.changes()).slice(before).map(({ affects, directory }) => [affects[0], directory]),
      );
      expect(told.get(zhou)).toMatchObject({ alive: false });
      expect(told.get(lin)).toMatchObject({ spouses: [{ id: zhou, until: '2026-11-20' }] });
      expect(told.get(kexin)).toMatchObject({
        guardians: expect.arrayContaining([{ id: zhou, since: '2021-03-08', until: '2026-11-20' }]),
      });
    });

    it('ends a parent’s guardianship when a court does, at once', async () => {
      const wang = asCitizen(await personal.idOf(idNumberOf('wang-li')));
      const chen = asCitizen(await personal.idOf(idNumberOf('chen-gang')));
      const yutong = await personal.idOf(relatives.chenYutong);
      const query = `{ citizen(id: "${yutong}") { birthDate } }`;
      expect((await personal.as(chen, query)).errors).toBeUndefined();
      await personal.drop('personal.guardianships', [
        {
          登记字号: 'H310107-2026-00001',
          被监护人公民身份号码: relatives.chenYutong,
          监护人公民身份号码: idNumberOf('chen-gang'),
          监护类型: '父母',
          开始日期: '2016-02-29',
          终止日期: '2026-11-01',
        },
      ]);
      expect(await personal.as(chen, query)).toMatchObject({
        data: { citizen: { birthDate: null } },
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
      expect((await personal.as(wang, query)).errors).toBeUndefined();
    });

    it('is empty for nobody’s file after erasure, and the id stays', async () => {
      const ma = await personal.idOf(idNumberOf('ma-xiaodong'));
      await personal.store.transaction({ holder: 'test' }, (executor) => eraseCitizen(executor, ma));
      expect(await describeOne(ma)).toMatchObject({ alive: false, districts: [], guardians: [] });
      expect(await personal.as(asCitizen(ma), '{ me { name idNumber residences { since } } }')).toEqual({
        data: { me: { name: null, idNumber: null, residences: [] } },
      });
    });
  });
});
