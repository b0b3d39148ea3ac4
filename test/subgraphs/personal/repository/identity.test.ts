import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createIdentityKeys } from '../../../../subgraphs/personal/identity-keys.ts';
import { createIdentityResolver, rotateIdentityKeys } from '../../../../subgraphs/personal/index.ts';
import { findNumbers, mintIdsForNumbers } from '../../../../subgraphs/personal/repository.ts';
import { idNumberOf } from '../../../support/people.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen } from '../../../support/viewers.ts';
import { keyOf, keys, openPersonal, relatives, type OpenPersonal } from '../demo.ts';

const lin = idNumberOf('lin-xiaomei');

eachEngine((database) => {
  describe('identity', () => {
    let personal: OpenPersonal;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      await personal.loadDemo();
    }, 60_000);
    afterAll(() => personal.close());

    const resolve = (...numbers: string[]) => createIdentityResolver(personal.store, keys).resolve(numbers);

    it('exchanges numbers by position, null for those nobody has', async () => {
      const [first, none, again] = await resolve(lin, '11010519491231002X', lin);
      expect(first).toMatch(/^c1_[\w-]{22}$/);
      expect([none, again]).toEqual([null, first]);
    });

    it('mints one id for a number however often it comes', async () => {
      const number = '11010519491231002X';
      const mint = () =>
        personal.store.transaction({ holder: 'test' }, (executor) =>
          mintIdsForNumbers(executor, keys, [number, lin, number]),
        );
      const [minted, known, again] = await mint();
      expect(again).toEqual(minted);
      expect(known).toEqual({ id: await personal.idOf(lin), isGivenUp: false });
      expect((await mint())[0]).toEqual(minted);
      // A number without a file is nobody to others.
      expect(await resolve(number)).toEqual([null]);
    });

    it('keeps a person under a corrected number, and the old one leads to them', async () => {
      const id = await personal.idOf(relatives.wuYulan);
      expect(await personal.idOf(relatives.wuYulanBefore)).toBe(id);
      const numbers = await personal.store.read({ holder: 'test' }, (executor) => findNumbers(executor, keys, [id]));
      expect(numbers).toEqual([{ subject: id, idNumber: relatives.wuYulan }]);
    });

    it('keeps no number in the open', async () => {
      const rows = await personal.store.read({ holder: 'test' }, (executor) =>
        executor.selectFrom('identity_alias').selectAll().execute(),
      );
      expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]/);
    });

    it('moves all numbers to a new key, and then needs the old one no more', async () => {
      const id = await personal.idOf(lin);
      const both = createIdentityKeys({ current: 2, keys: { '1': keyOf(1), '2': keyOf(2) } });
      const onlyNew = createIdentityKeys({ current: 2, keys: { '2': keyOf(2) } });
      expect(await createIdentityResolver(personal.store, onlyNew).resolve([lin])).toEqual([null]);
      expect(await createIdentityResolver(personal.store, both).resolve([lin])).toEqual([id]);
      expect(await rotateIdentityKeys(personal.store, both)).toBeGreaterThan(20);
      expect(await rotateIdentityKeys(personal.store, both)).toBe(0);
      expect(await createIdentityResolver(personal.store, onlyNew).resolve([lin])).toEqual([id]);
      const numbers = await personal.store.read({ holder: 'test' }, (executor) => findNumbers(executor, onlyNew, [id]));
      expect(numbers).toEqual([{ subject: id, idNumber: lin }]);
    });
  });

  describe('two files of one person', () => {
    let personal: OpenPersonal;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      await personal.loadDemo();
    }, 60_000);
    afterAll(() => personal.close());

    it('become one: the old id leads to the survivor, who has what both had', async () => {
      const survivor = await personal.idOf(idNumberOf('ma-xiaodong'));
      const other = '310106200009010233';
      await personal.drop('personal.citizens', [
        { 公民身份号码: other, 姓名: '马小东', 性别: '男', 出生日期: '2000-09-01' },
      ]);
      await personal.drop('personal.military-service', [
        { 公民身份号码: other, 军种: '海军', 入伍日期: '2019-09-01', 退役日期: '2021-09-01' },
      ]);
      const given = await personal.idOf(other);
      expect(given).not.toBe(survivor);

      const before = (await personal.changes()).length;
      const correction = { 原公民身份号码: other, 现公民身份号码: idNumberOf('ma-xiaodong'), 更正日期: '2026-11-01' };
      expect(await personal.drop('personal.number-corrections', [correction])).toMatchObject({ accepted: 1 });

      expect(await personal.idOf(other)).toBe(survivor);
      expect((await personal.changes()).slice(before)).toMatchObject([
        { kind: 'citizen.renumbered', affects: [survivor, given] },
        { kind: 'subject.merged', affects: [given, survivor], directory: { mergedInto: survivor } },
      ]);
      const { data } = await personal.as(
        asCitizen(survivor),
        `{ citizen(id: "${given}") { id name militaryService { branch } } }`,
      );
      expect(data).toEqual({ citizen: { id: survivor, name: '马晓东', militaryService: { branch: '海军' } } });
      expect(await personal.drop('personal.number-corrections', [correction])).toMatchObject({ unchanged: 1 });
    });

    it('become one with a third when one number is corrected twice in a drop', async () => {
      const [one, two, three] = ['310106200009010313', '31010620000901033X', '310106200009010356'] as const;
      for (const number of [one, two, three]) {
        await personal.drop('personal.citizens', [
          { 公民身份号码: number, 姓名: '马三', 性别: '男', 出生日期: '2000-09-01' },
        ]);
      }
      const last = await personal.idOf(three);
      const [first, second] = [await personal.idOf(one), await personal.idOf(two)];
      const report = await personal.drop('personal.number-corrections', [
        { 原公民身份号码: one, 现公民身份号码: two, 更正日期: '2026-11-02' },
        { 原公民身份号码: one, 现公民身份号码: three, 更正日期: '2026-11-03' },
      ]);
      expect(report).toMatchObject({ accepted: 2 });
      for (const number of [one, two, three]) expect(await personal.idOf(number)).toBe(last);
      const query = `{ citizens(ids: ["${first}", "${second}", "${last}"]) { id } }`;
      const system = { ...asCitizen(last), role: 'system' as const, subject: 'test' };
      expect(await personal.as(system, query)).toEqual({
        data: { citizens: [{ id: last }, { id: last }, { id: last }] },
      });
    });
  });
});
