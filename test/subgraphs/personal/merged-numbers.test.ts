import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine } from '../../support/stores.ts';
import { asSystem } from '../../support/viewers.ts';
import { openPersonal, type OpenPersonal } from './demo.ts';

const [GIVEN, SURVIVING, CORRECTED, PRESENT] = [
  '310106200009010313',
  '31010620000901033X',
  '310106200009010356',
  '310106200009010372',
] as const;

const person = (idNumber: string, name: string) => ({
  公民身份号码: idNumber,
  姓名: name,
  性别: '男',
  出生日期: '2000-09-01',
});
const correction = (before: string, now: string) => ({
  原公民身份号码: before,
  现公民身份号码: now,
  更正日期: '2026-11-01',
});

eachEngine((database) => {
  describe('after a merge', () => {
    let personal: OpenPersonal;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      const people = [person(GIVEN, '马一'), person(SURVIVING, '马二'), person(CORRECTED, '马三')];
      expect(await personal.drop('personal.citizens', people)).toMatchObject({ accepted: 3 });
      const corrections = [correction(GIVEN, SURVIVING), correction(CORRECTED, PRESENT)];
      expect(await personal.drop('personal.number-corrections', corrections)).toMatchObject({ accepted: 2 });
    }, 120_000);
    afterAll(() => personal.close());

    const nameOf = async (idNumber: string) => {
      const ids = [await personal.idOf(idNumber)];
      const { data } = await personal.as(asSystem, 'query ($ids: [ID!]!) { citizens(ids: $ids) { sex birthDate } }', {
        ids,
      });
      const { rows } = await personal.store.read({ holder: 'test' }, async (executor) => ({
        rows: await executor.selectFrom('citizen').where('id', 'in', ids).select('name').execute(),
      }));
      expect(data).toEqual({ citizens: [{ sex: 'MALE', birthDate: '2000-09-01' }] });
      return rows[0]?.name;
    };

    it.each([
      ['first', [person(GIVEN, '马甲'), person(SURVIVING, '马乙')], '马乙'],
      ['last', [person(SURVIVING, '马丙'), person(GIVEN, '马甲')], '马丙'],
      ['alone', [person(GIVEN, '马甲')], '马丙'],
    ])('takes the row under the survivor’s number, with the given up one %s', async (_place, rows, name) => {
      expect(await personal.drop('personal.citizens', rows)).toMatchObject({
        changed: rows.length - 1,
        quarantined: 1,
        reasons: { MERGED_PERSON: 1 },
      });
      expect(await nameOf(SURVIVING)).toBe(name);
      expect(await personal.idOf(GIVEN)).toBe(await personal.idOf(SURVIVING));
    });

    it('still takes a row under a number that was corrected, as registers are late', async () => {
      expect(await personal.drop('personal.citizens', [person(CORRECTED, '马丁')])).toMatchObject({
        changed: 1,
        quarantined: 0,
      });
      expect(await nameOf(PRESENT)).toBe('马丁');
    });
  });

  describe('many corrections in one drop', () => {
    let personal: OpenPersonal;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
    }, 120_000);
    afterAll(() => personal.close());

    it('end as if they had been carried out one after the other, however they depend on each other', async () => {
      const numbers = ['310101199001011015', '310101199001011031', '310101199001011058', '310101199001011074'] as const;
      const [one, two, three, four] = numbers;
      const fresh = '310101199001011090';
      await personal.drop(
        'personal.citizens',
        numbers.map((number, index) => person(number, `马${index}`)),
      );
      await personal.drop('personal.contacts', [
        { 公民身份号码: one, 手机号码: '13800000001' },
        { 公民身份号码: two, 手机号码: '13800000002' },
      ]);
      const survivor = await personal.idOf(three);
      const report = await personal.drop('personal.number-corrections', [
        // A chain, then two into one, then the survivor's own number.
        { ...correction(one, two), 更正日期: '2026-11-01' },
        { ...correction(two, three), 更正日期: '2026-11-02' },
        { ...correction(four, three), 更正日期: '2026-11-03' },
        { ...correction(three, fresh), 更正日期: '2026-11-04' },
      ]);
      expect(report).toMatchObject({ accepted: 4, quarantined: 0 });
      for (const number of [...numbers, fresh]) expect(await personal.idOf(number)).toBe(survivor);
      const rows = await personal.store.read({ holder: 'test' }, (executor) =>
        executor
          .selectFrom('citizen')
          .leftJoin('contact', 'contact.citizen_id', 'citizen.id')
          .where((eb) => eb.or([eb('merged_into', '=', survivor), eb('id', '=', survivor)]))
          .select(['name', 'merged_into', 'phone'])
          .orderBy('name')
          .execute(),
      );
      expect(rows.filter(({ merged_into }) => merged_into === null)).toEqual([
        { name: '马2', merged_into: null, phone: '13800000002' },
      ]);
      expect(rows.filter(({ merged_into, name }) => merged_into === survivor && name === null)).toHaveLength(3);
    });
  });
});
