import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../schema/viewer.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import type { PersonalDB } from '../../../subgraphs/personal/index.ts';
import { idNumberOf } from '../../support/people.ts';
import { eachEngine } from '../../support/stores.ts';
import { asAnalyst, asCitizen, asOperator, asPublic, asStaff, asSystem } from '../../support/viewers.ts';
import { openPersonal, relatives, type OpenPersonal } from './demo.ts';

const policeInXuhui = asStaff('public-security', '310104', 'household-registration');
const policeInHongkou = asStaff('public-security', '310109', 'household-registration');
const policeOfTheCity = asStaff('public-security', '310000', 'household-registration');

/** Counts how often a store is asked; what exists must cost what does not. */
const countReads = (store: Store<PersonalDB>) => {
  let reads = 0;
  const counted: Store<PersonalDB> = {
    ...store,
    read: (options, work) => {
      // The relay reads in the background.
      if (['personal test', 'personal.directory'].includes(options.holder)) reads += 1;
      return store.read(options, work);
    },
  };
  return {
    counted,
    take: () => {
      const taken = reads;
      reads = 0;
      return taken;
    },
  };
};

eachEngine((database) => {
  describe('whose file somebody may read', () => {
    let personal: OpenPersonal;
    let reads: ReturnType<typeof countReads>;
    const ids: Record<string, string> = {};
    const idOf = (slug: string): string => ids[slug] ?? '';

    beforeAll(async () => {
      reads = countReads(database().store('personal'));
      personal = await openPersonal(reads.counted);
      await personal.loadDemo();
      for (const slug of [
        'lin-xiaomei',
        'zhou-ming',
        'shen-jianguo',
        'chen-gang',
        'wang-li',
        'sun-guoping',
        'ma-xiaodong',
      ]) {
        ids[slug] = await personal.idOf(idNumberOf(slug));
      }
      for (const [name, number] of Object.entries(relatives)) ids[name] = await personal.idOf(number);
    }, 60_000);
    afterAll(() => personal.close());

    const read = (viewer: Viewer, id: string, fields: string) =>
      personal.as(viewer, `query ($id: ID!) { citizen(id: $id) { ${fields} } }`, { id });
    const codeOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) =>
      errors?.[0]?.extensions?.['code'];

    it('gives oneself everything, numbers masked until they are revealed', async () => {
      const lin = asCitizen(idOf('lin-xiaomei'));
      expect((await read(lin, idOf('lin-xiaomei'), 'name formerNames idNumber phone')).data).toEqual({
        citizen: { name: '林晓梅', formerNames: ['林小妹'], idNumber: '310***********0222', phone: '139****0002' },
      });
      expect((await read(lin, idOf('lin-xiaomei'), 'idNumber(reveal: true) phone(reveal: true)')).data).toEqual({
        citizen: { idNumber: '310104198809210222', phone: '13900000002' },
      });
      expect(await read({ ...lin, assurance: 1 }, idOf('lin-xiaomei'), 'idNumber(reveal: true)')).toMatchObject({
        data: { citizen: { idNumber: null } },
        errors: [{ extensions: { code: 'FORBIDDEN', requiredAssurance: 2 } }],
      });
    });

    it.each([
      ['both parents', 'lin-xiaomei', 'zhouKexin', '周可欣'],
      ['a divorced parent', 'chen-gang', 'chenYutong', '陈雨桐'],
      ['an appointed guardian', 'sun-guoping', 'sunXiaobao', '孙小宝'],
    ])('gives %s the file of their ward', async (_who, guardian, ward, name) => {
      expect(
        await read(asCitizen(idOf(guardian)), idOf(ward), 'name birthDate household { address { text } }'),
      ).toEqual({
        data: {
          citizen: {
            name,
            birthDate: expect.any(String),
            household: { address: { text: expect.stringContaining('上海市') } },
          },
        },
      });
    });

    it.each([
      ['a spouse', 'zhou-ming', 'lin-xiaomei', '林**'],
      ['a grown-up child', 'zhou-ming', 'wuYulan', '吴**'],
    ])('gives %s a masked name and nothing more', async (_who, viewer, subject, name) => {
      expect(await read(asCitizen(idOf(viewer)), idOf(subject), 'name birthDate phone')).toMatchObject({
        data: { citizen: { name: name.slice(0, 1) + '*'.repeat(name.length - 1), birthDate: null, phone: null } },
        errors: [{ extensions: { code: 'FORBIDDEN' } }, { extensions: { code: 'FORBIDDEN' } }],
      });
    });

    it('gives a former spouse and a stranger nothing', async () => {
      expect(codeOf(await read(asCitizen(idOf('wang-li')), idOf('chen-gang'), 'name'))).toBe('NOT_FOUND');
      expect(codeOf(await read(asCitizen(idOf('ma-xiaodong')), idOf('lin-xiaomei'), 'name'))).toBe('NOT_FOUND');
    });

    it('gives staff of the district what their purpose grants, whole only when they ask', async () => {
      expect(
        await read(
          policeInXuhui,
          idOf('lin-xiaomei'),
          'name whole: name(reveal: true) idNumber birthDate politicalStatus',
        ),
      ).toMatchObject({
        data: {
          citizen: {
            name: '林**',
            whole: '林晓梅',
            idNumber: '310***********0222',
            birthDate: '1988-09-21',
            politicalStatus: null,
          },
        },
        errors: [{ extensions: { code: 'FORBIDDEN', missing: 'grant:Citizen.politicalStatus' } }],
      });
      expect((await read(policeOfTheCity, idOf('shen-jianguo'), 'birthDate')).data).toEqual({
        citizen: { birthDate: '1953-06-14' },
      });
    });

    it('leaves a line in the access log when staff read, and none when a guardian does', async () => {
      const before = (await personal.changes()).length;
      await read(asCitizen(idOf('lin-xiaomei')), idOf('zhouKexin'), 'name');
      expect((await personal.changes()).length).toBe(before);
      await read(policeInXuhui, idOf('zhouKexin'), 'name');
      expect((await personal.changes()).slice(before)).toMatchObject([
        {
          kind: 'file.read',
          affects: [idOf('zhouKexin')],
          items: ['Citizen.name'],
          payload: { purpose: 'household-registration' },
        },
      ]);
    });

    it('does not tell staff of another district, or without a purpose, that somebody exists', async () => {
      expect(codeOf(await read(policeInHongkou, idOf('lin-xiaomei'), 'name'))).toBe('NOT_FOUND');
      const withoutPurpose = asStaff('public-security', '310104', null);
      const known = await read(withoutPurpose, idOf('lin-xiaomei'), 'name');
      expect(known).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', missing: 'purpose' } }] });
      expect(await read(withoutPurpose, 'c1_made-up', 'name')).toEqual(known);
    });

    it('answers in the same words and with the same effort whether a person exists or not', async () => {
      const byId = 'query ($id: ID!) { citizen(id: $id) { name } }';
      const byNumber = 'query ($id: String!) { findCitizen(idNumber: $id) { name } }';
      const cases: [Viewer, string, string, string][] = [
        [policeInHongkou, byId, idOf('lin-xiaomei'), 'c1_made-up'],
        [asCitizen(idOf('ma-xiaodong')), byId, idOf('lin-xiaomei'), 'c1_made-up'],
        [policeInHongkou, byNumber, idNumberOf('lin-xiaomei'), '11010519491231002X'],
      ];
      for (const [viewer, query, known, unknown] of cases) {
        reads.take();
        const refused = await personal.as(viewer, query, { id: known });
        const effort = reads.take();
        expect(codeOf(refused)).toBe('NOT_FOUND');
        expect(await personal.as(viewer, query, { id: unknown })).toEqual(refused);
        expect(reads.take()).toBe(effort);
      }
    });

    it('finds a person by number for staff of the district, in either form of it', async () => {
      const query = 'query ($number: String!) { findCitizen(idNumber: $number) { id birthDate } }';
      const lin = { findCitizen: { id: idOf('lin-xiaomei'), birthDate: '1988-09-21' } };
      expect((await personal.as(policeInXuhui, query, { number: '310104198809210222' })).data).toEqual(lin);
      expect((await personal.as(policeInXuhui, query, { number: '310104880921022' })).data).toEqual(lin);
      expect(await personal.as(policeInXuhui, query, { number: '310104198809210223' })).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'idNumber' } }],
      });
    });

    it('gives `system` what tags are derived from, and no name, number or address', async () => {
      const { data, errors } = await read(
        asSystem,
        idOf('lin-xiaomei'),
        'birthDate maritalStatus children { birthDate } name idNumber phone',
      );
      expect(data).toEqual({
        citizen: {
          birthDate: '1988-09-21',
          maritalStatus: 'MARRIED',
          children: [{ birthDate: '2014-11-18' }, { birthDate: '2021-03-08' }],
          name: null,
          idNumber: null,
          phone: null,
        },
      });
      expect(errors?.map(({ path }) => path?.at(-1))).toEqual(['name', 'idNumber', 'phone']);
      expect(codeOf(await read(asSystem, 'c1_made-up', 'birthDate'))).toBe('NOT_FOUND');
    });

    it.each([
      ['the public', asPublic, 'UNAUTHENTICATED'],
      ['analysts', asAnalyst, 'FORBIDDEN'],
      ['operators', asOperator, 'FORBIDDEN'],
    ] as const)('lets %s look nobody up', async (_who, viewer, code) => {
      expect(codeOf(await read(viewer, idOf('lin-xiaomei'), 'name'))).toBe(code);
      expect(
        codeOf(await personal.as(viewer, `{ findCitizen(idNumber: "${idNumberOf('lin-xiaomei')}") { name } }`)),
      ).toBe(code);
    });

    it('keeps lists of people for `system`', async () => {
      for (const query of ['{ citizens(ids: ["c1_x"]) { id } }', '{ citizensByIdNumber(idNumbers: ["x"]) { id } }']) {
        expect(codeOf(await personal.as(policeInXuhui, query))).toBe('FORBIDDEN');
        expect(codeOf(await personal.as(asCitizen(idOf('lin-xiaomei')), query))).toBe('FORBIDDEN');
      }
      const tooMany = { ids: Array.from({ length: 1_001 }, () => 'c1_x') };
      expect(codeOf(await personal.as(asSystem, 'query ($ids: [ID!]!) { citizens(ids: $ids) { id } }', tooMany))).toBe(
        'BAD_USER_INPUT',
      );
    });

    it('holds at the door of references as well', async () => {
      const query =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Citizen { birthDate } ... on Premise { area } } }';
      const of = [
        { __typename: 'Citizen', id: idOf('zhouKexin') },
        { __typename: 'Citizen', id: idOf('shen-jianguo') },
        { __typename: 'Premise', id: 'FW3101040001' },
        { __typename: 'Premise', id: 'FW3101090001' },
        { __typename: 'Premise', id: 'FW-made-up' },
      ];
      const answer = await personal.as(asCitizen(idOf('lin-xiaomei')), query, { of });
      expect(answer.data).toEqual({ _entities: [{ birthDate: '2021-03-08' }, null, { area: 98.7 }, null, null] });
      expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual([
        'NOT_FOUND',
        'NOT_FOUND',
        'NOT_FOUND',
      ]);
      const staff = await personal.as(policeInXuhui, query, { of: of.slice(2) });
      expect(staff.data).toEqual({ _entities: [{ area: 98.7 }, null, null] });
    });
  });
});
