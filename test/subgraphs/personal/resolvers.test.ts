import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idNumberOf } from '../../support/people.ts';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen, asStaff, asSystem } from '../../support/viewers.ts';
import { openPersonal, relatives, type OpenPersonal } from './demo.ts';

eachEngine((database) => {
  describe('a file', () => {
    let personal: OpenPersonal;
    let lin: string;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      await personal.loadDemo();
      lin = await personal.idOf(idNumberOf('lin-xiaomei'));
    }, 60_000);
    afterAll(() => personal.close());

    const me = async (slug: string, fields: string, today?: string) => {
      const viewer = asCitizen(await personal.idOf(idNumberOf(slug)), today === undefined ? {} : { today });
      return (await personal.as(viewer, `{ me { ${fields} } }`)).data?.['me'];
    };

    it('says where somebody lives and where they are registered, when these differ', async () => {
      expect(
        await me(
          'zhao-wei',
          'household { province { code name } district { code } } residence { district { nameEn } basis since }',
        ),
      ).toEqual({
        household: { province: { code: '340000', name: '安徽省' }, district: { code: '340123' } },
        residence: { district: { nameEn: 'Pudong New Area' }, basis: 'RESIDENCE_PERMIT', since: '2022-03-15' },
      });
    });

    it('ends a marriage by death and keeps it', async () => {
      expect(
        await me(
          'shen-jianguo',
          'maritalStatus spouse { id } marriages { since until endedBy registeredAt { nameEn } }',
        ),
      ).toEqual({
        maritalStatus: 'WIDOWED',
        spouse: null,
        marriages: [
          {
            since: '1979-05-01',
            until: '2022-11-03',
            endedBy: 'DEATH',
            registeredAt: { nameEn: 'Civil Affairs Bureau' },
          },
        ],
      });
    });

    it('answers as of the day of the request', async () => {
      expect(await me('chen-gang', 'maritalStatus', '2020-06-29')).toEqual({ maritalStatus: 'MARRIED' });
      expect(await me('chen-gang', 'maritalStatus', '2020-06-30')).toEqual({ maritalStatus: 'DIVORCED' });
      expect(await me('ma-xiaodong', 'education occupation', '2023-01-01')).toEqual({
        education: 'BACHELOR',
        occupation: '店员',
      });
      expect(await me('ma-xiaodong', 'education occupation', '2026-11-22')).toEqual({
        education: 'BACHELOR',
        occupation: null,
      });
    });

    it('knows both parents of a minor as guardians until the 18th birthday', async () => {
      const kexin = await personal.idOf(relatives.zhouKexin);
      const { data } = await personal.as(
        asCitizen(lin),
        `{ citizen(id: "${kexin}") { guardians { kind since until } } }`,
      );
      expect(data).toEqual({
        citizen: {
          guardians: Array.from({ length: 2 }, () => ({ kind: 'PARENT', since: '2021-03-08', until: '2039-03-08' })),
        },
      });
    });

    it('ends a guardian’s term on 1 March for a ward of 29 February', async () => {
      const { wards } = (await me('chen-gang', 'wards { until }')) as { wards: unknown };
      expect(wards).toEqual([{ until: '2034-03-01' }]);
    });

    it('shows of a collective household the person alone', async () => {
      const rows = ['ma-xiaodong', 'he-jun'].map((slug) => ({
        户号: '310106999999',
        公民身份号码: idNumberOf(slug),
        户别: '集体户',
        户籍省份: '310000',
        户籍区县: '310106',
        迁入日期: '2026-09-01',
      }));
      await personal.drop('personal.households', rows);
      const answer = (await me('ma-xiaodong', 'id household { kind members { id } }')) as { id: string };
      expect(answer).toMatchObject({ household: { kind: 'COLLECTIVE', members: [{ id: answer.id }] } });
    });

    it('shows a household’s members one by one, so that one out of sight does not take the others along', async () => {
      const household = (await me('lin-xiaomei', 'household { head { id } members { id } }')) as {
        household: { members: unknown[] };
      };
      expect(household.household.members).toHaveLength(4);
    });

    it('is empty for a person whose id nobody knows, and never fails', async () => {
      expect(
        await personal.as(asCitizen('c1_unknown'), '{ me { id name spouse { id } residences { since } } }'),
      ).toEqual({
        data: { me: { id: 'c1_unknown', name: null, spouse: null, residences: [] } },
      });
    });

    it('is null for who has none', async () => {
      expect(
        await personal.as(asStaff('public-security', '310104', 'household-registration'), '{ me { id } }'),
      ).toEqual({ data: { me: null } });
    });
  });

  describe('setContact', () => {
    let personal: OpenPersonal;
    let lin: string;
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      await personal.loadDemo();
      lin = await personal.idOf(idNumberOf('lin-xiaomei'));
    }, 60_000);
    afterAll(() => personal.close());

    const SET = `mutation ($phone: String, $email: String, $key: String!) {
      setContact(phone: $phone, email: $email, requestKey: $key) { id phone(reveal: true) email(reveal: true) }
    }`;

    it('sets what is given, leaves what is not, and tells what is new', async () => {
      const before = (await personal.changes()).length;
      const answer = await personal.as(asCitizen(lin), SET, { phone: '+8613900000202', key: 'one' });
      expect(answer).toEqual({
        data: { setContact: { id: lin, phone: '13900000202', email: 'lin.xiaomei@example.com' } },
      });
      expect((await personal.changes()).slice(before)).toMatchObject([
        { kind: 'citizen.changed', affects: [lin], items: ['Citizen.phone'] },
      ]);
    });

    it('acts once under one key', async () => {
      await personal.as(asCitizen(lin), SET, { phone: '13900000203', key: 'two' });
      await personal.as(asCitizen(lin), SET, { phone: '13900000204', key: 'three' });
      const before = (await personal.changes()).length;
      const again = await personal.as(asCitizen(lin), SET, { phone: '13900000203', key: 'two' });
      expect(again.errors).toBeUndefined();
      expect((await personal.changes()).length).toBe(before);
      expect((await personal.as(asCitizen(lin), '{ me { phone(reveal: true) } }')).data).toEqual({
        me: { phone: '13900000204' },
      });
      expect(await personal.as(asCitizen(lin), SET, { phone: '13900000205', key: 'two' })).toMatchObject({
        errors: [{ extensions: { code: 'CONFLICT' } }],
      });
    });

    it('tells nobody when nothing is new, and removes what is set to null', async () => {
      await personal.as(asCitizen(lin), SET, { email: null, key: 'four' });
      const before = (await personal.changes()).length;
      expect((await personal.as(asCitizen(lin), SET, { email: null, key: 'five' })).data).toMatchObject({
        setContact: { email: null },
      });
      expect((await personal.changes()).length).toBe(before);
    });

    it.each([
      ['phone', { phone: '12345' }],
      ['email', { email: 'nobody' }],
      ['requestKey', { phone: '13900000202', key: '' }],
    ])('refuses a malformed %s', async (field, given) => {
      expect(await personal.as(asCitizen(lin), SET, { key: 'bad', ...given })).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', field } }],
      });
    });

    it('asks for level 2, and for a citizen', async () => {
      expect(await personal.as(asCitizen(lin, { assurance: 1 }), SET, { key: 'six' })).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN', requiredAssurance: 2 } }],
      });
      expect(await personal.as(asSystem, SET, { key: 'six' })).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    });

    it('acts for a ward, and for nobody else', async () => {
      const kexin = await personal.idOf(relatives.zhouKexin);
      const forKexin = await personal.as(asCitizen(lin, { actingFor: kexin }), SET, {
        phone: '13900000242',
        key: 'seven',
      });
      expect(forKexin.data).toMatchObject({ setContact: { id: kexin, phone: '13900000242' } });
      const shen = await personal.idOf(idNumberOf('shen-jianguo'));
      expect(
        await personal.as(asCitizen(lin, { actingFor: shen }), SET, { phone: '13900000243', key: 'eight' }),
      ).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    });

    it('outranks a drop of the same day', async () => {
      const rows = [{ 公民身份号码: idNumberOf('lin-xiaomei'), 手机号码: '13900000999' }];
      await personal.as(asCitizen(lin), SET, { phone: '13900000206', key: 'nine' });
      expect(await personal.drop('personal.contacts', rows)).toMatchObject({
        quarantined: 1,
        reasons: { OLDER_THAN_HELD: 1 },
      });
    });
  });
});
