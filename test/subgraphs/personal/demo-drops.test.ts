import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import { filledPaths, selectedPaths } from '../../support/filled-paths.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen, asSystem } from '../../support/viewers.ts';
import { openPersonal, relatives, type OpenPersonal } from './demo.ts';

const FILE = `{
  id name formerNames idNumber sex birthDate deathDate ethnicity nationality politicalStatus education maritalStatus
  marriages { since until endedBy registeredAt { code name nameEn } }
  occupation employer militaryService { since until branch } disability { category degree since until }
  household { province { code name nameEn } district { code } kind since head { id } relationToHead members { id } address { text district { code } } }
  enrolments { school stage grade since until graduated }
  residence { address { text district { code } point { longitude latitude } } premise { id address { text } use area owners { id } } district { name } since until basis }
  residences { since until }
  phone email spouse { id } parents { id } children { id }
  guardians { guardian { id } ward { id } kind since until } wards { ward { id } kind since until }
}`;

eachEngine((database) => {
  describe('the demo drops', () => {
    let personal: OpenPersonal;
    let reports: IngestReport[];
    beforeAll(async () => {
      personal = await openPersonal(database().store('personal'));
      reports = await personal.loadDemo();
    }, 60_000);
    afterAll(() => personal.close());

    it('are taken in whole', () => {
      expect(reports.length).toBe(personal.ingest.declarations.length);
      expect(reports.filter(({ rows, accepted, refused }) => accepted !== rows || refused !== null)).toEqual([]);
    });

    it('change nothing and tell nobody the second time', async () => {
      const before = (await personal.changes()).length;
      const again = await personal.loadDemo();
      expect(again.filter(({ rows, unchanged }) => unchanged !== rows)).toEqual([]);
      expect((await personal.changes()).length).toBe(before);
    });

    it('set contact data aside by which nobody can be reached, and bring the rest into one form', async () => {
      const [lin, zhou] = [idNumberOf('lin-xiaomei'), idNumberOf('zhou-ming')];
      expect(
        await personal.drop('personal.contacts', [
          { 公民身份号码: lin, 手机号码: '+8613900000002', 电子邮箱: 'lin.xiaomei@EXAMPLE.com' },
          { 公民身份号码: zhou, 手机号码: '021-1234', 电子邮箱: 'zhou.ming' },
        ]),
      ).toMatchObject({
        rows: 2,
        unchanged: 1,
        quarantined: 1,
        reasons: { BAD_PHONE: 1, BAD_EMAIL: 1 },
        normalised: { PHONE_FORM: 1, LOWER_CASED: 1 },
      });
    });

    it('fill every field of a file for somebody', async () => {
      const numbers = [
        ...demoPeople.flatMap((each) => (each.role === 'citizen' ? [each.idNumber] : [])),
        ...Object.values(relatives),
      ];
      const filled = new Set<string>();
      for (const number of numbers) {
        const { data, errors } = await personal.as(asCitizen(await personal.idOf(number)), `{ me ${FILE} }`);
        // Others in one's file may be out of sight; one's own items never are.
        expect((errors ?? []).filter(({ extensions }) => extensions?.['code'] !== 'NOT_FOUND')).toEqual([]);
        for (const path of filledPaths(data?.['me'])) filled.add(path);
      }
      expect(selectedPaths(FILE).filter((path) => !filled.has(path))).toEqual([]);
    });

    it('give `system` everybody by number and by id, by position', async () => {
      const numbers = [relatives.zhouKexin, '11010519491231002X', 'nonsense', relatives.wuYulanBefore];
      const byNumber = await personal.as(
        asSystem,
        'query ($n: [String!]!) { citizensByIdNumber(idNumbers: $n) { id } }',
        { n: numbers },
      );
      const kexin = { id: await personal.idOf(relatives.zhouKexin) };
      const yulan = { id: await personal.idOf(relatives.wuYulan) };
      expect(byNumber).toEqual({ data: { citizensByIdNumber: [kexin, null, null, yulan] } });
      const byId = await personal.as(asSystem, 'query ($ids: [ID!]!) { citizens(ids: $ids) { id birthDate sex } }', {
        ids: [yulan.id, 'c1_nobody', kexin.id],
      });
      expect(byId.data).toEqual({
        citizens: [
          { ...yulan, birthDate: '1959-08-09', sex: 'FEMALE' },
          null,
          { ...kexin, birthDate: '2021-03-08', sex: 'FEMALE' },
        ],
      });
    });
  });
});
