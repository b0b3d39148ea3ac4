import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { eachEngine } from '../../support/stores.ts';
import { asAnalyst, asCitizen, asPublic, asStaff, asSystem } from '../../support/viewers.ts';
import { citizenOf, openArchive, type OpenArchive } from './demo.ts';

const catalogue = loadCatalogue();
const OWN_TYPES = [...catalogue.items.values()]
  .filter(({ source }) => source?.startsWith('archive.') === true)
  .map(({ coordinate }) => coordinate);

describe('the lists of the archive', () => {
  it.each(['SELF', 'WARD'])('give %s everything of it', (relation) => {
    expect(OWN_TYPES.filter((item) => catalogue.relations.get(relation)?.has(item) !== true)).toEqual([]);
  });

  it.each(['SPOUSE', 'KIN', 'MANDATED', 'HELD', 'HANDLED', 'REPRESENTED'])('give %s nothing of it', (relation) => {
    expect(OWN_TYPES.filter((item) => catalogue.relations.get(relation)?.has(item) === true)).toEqual([]);
  });

  it('give `system` days, months, kinds, states and the year’s income: no other amount, no number, no place, no words', () => {
    const granted = OWN_TYPES.filter((item) => catalogue.relations.get('SYSTEM')?.has(item) === true);
    expect(granted.sort()).toEqual([
      'CreditReport.records',
      'HealthRecord.checkUps',
      'HealthRecord.pregnancies',
      'HealthRecord.vaccinations',
      'HousingFund.loan',
      'LifeArchive.credit',
      'LifeArchive.housingFund',
      'LifeArchive.incomeTax',
      'LifeArchive.medicalInsurance',
      'LifeArchive.pension',
      'LifeArchive.socialInsurance',
      'LifeArchive.traffic',
      'LifeArchive.utilities',
      'SocialInsurance.contributions',
      'TaxYear.income',
      'TrafficRecord.violations',
      'UtilityAccount.bills',
    ]);
  });

  it('let whoever is responsible for an item decide objections to it', () => {
    const undecided = OWN_TYPES.filter((item) => {
      const department = catalogue.items.get(item)?.department;
      return !catalogue.grants.some(
        (grant) => grant.item === item && grant.department === department && grant.purpose === 'objection-decision',
      );
    });
    expect(undecided).toEqual([]);
    expect(OWN_TYPES.length).toBeGreaterThan(50);
  });
});

eachEngine((database) => {
  describe('whose archive somebody may read', () => {
    let registry: OpenArchive;
    beforeAll(async () => {
      registry = await openArchive(database().store('archive'));
      await registry.loadDemo();
      for (const slug of ['lin-xiaomei', 'zhou-ming', 'ma-xiaodong']) await registry.knowCitizen(slug);
      await registry.knowCitizen('zhou-kexin', { guardian: 'lin-xiaomei' });
      await registry.knowCitizen('shen-jianguo', { district: '310109' });
    }, 60_000);
    afterAll(() => registry.close());

    const read = async (viewer: Viewer, slug: string, fields: string) => {
      const { data, errors } = await registry.as(
        viewer,
        `query ($named: [_Any!]!) { _entities(representations: $named) { ... on Citizen { id archive { ${fields} } } } }`,
        { named: [{ __typename: 'Citizen', id: citizenOf(slug) }] },
      );
      const [entity] = (data?.['_entities'] ?? []) as ({ archive: unknown } | null)[];
      const problems = (errors ?? []).map(({ path = [], extensions = {} }) =>
        [String(extensions['code']), path.slice(2).join('.'), extensions['missing']].filter(Boolean).join(' '),
      );
      return { archive: entity?.archive, problems };
    };

    it('gives oneself everything, numbers masked until they are revealed at level 2', async () => {
      const lin = asCitizen(citizenOf('lin-xiaomei'));
      const fields = 'medicalInsurance { number whole: number(reveal: true) balance { amount } }';
      expect(await read(lin, 'lin-xiaomei', fields)).toEqual({
        archive: {
          medicalInsurance: { number: 'YB*********0201', whole: 'YB3101040000201', balance: { amount: '12380.55' } },
        },
        problems: [],
      });
      expect((await read({ ...lin, assurance: 1 }, 'lin-xiaomei', fields)).problems).toEqual([
        'FORBIDDEN archive.medicalInsurance.whole',
      ]);
    });

    it('shows oneself the address of a meter whole, and documents of the border masked', async () => {
      const lin = asCitizen(citizenOf('lin-xiaomei'));
      const { archive, problems } = await read(
        lin,
        'lin-xiaomei',
        'utilities { number address { text } } borderCrossings(first: 1) { edges { node { documentNumber } } }',
      );
      expect(problems).toEqual([]);
      expect(archive).toEqual({
        utilities: [{ number: 'R0*****4001', address: { text: '上海市徐汇区漕溪路（示例）100弄5号301室' } }],
        borderCrossings: { edges: [{ node: { documentNumber: 'EA***0001' } }] },
      });
    });

    it('gives a guardian the archive of the ward, and leaves no line in the access log for it', async () => {
      const before = (await registry.changes()).length;
      const { archive, problems } = await read(
        asCitizen(citizenOf('lin-xiaomei')),
        'zhou-kexin',
        'health { bloodType vaccinations { vaccine } }',
      );
      expect(problems).toEqual([]);
      expect(archive).toMatchObject({ health: { bloodType: 'A+' } });
      expect((await registry.changes()).length).toBe(before);
    });

    it('tells strangers, analysts and whoever is not signed in nothing, not even that there is somebody', async () => {
      for (const viewer of [asCitizen(citizenOf('ma-xiaodong')), asCitizen(citizenOf('zhou-ming')), asAnalyst]) {
        expect(await read(viewer, 'lin-xiaomei', 'credit { score }')).toEqual({
          archive: undefined,
          problems: ['NOT_FOUND'],
        });
      }
      expect((await read(asPublic, 'lin-xiaomei', 'credit { score }')).problems).toEqual(['UNAUTHENTICATED']);
    });

    it('shows a school the doses of children of its district, and nothing else of their health', async () => {
      const school = asStaff('education', '310104', 'school-enrolment');
      const fields = 'health { vaccinations { vaccine dose } bloodType } socialInsurance { monthsPaid }';
      const { archive, problems } = await read(school, 'zhou-kexin', fields);
      expect(archive).toMatchObject({ health: { bloodType: null }, socialInsurance: null });
      expect((archive as { health: { vaccinations: unknown[] } }).health.vaccinations).toHaveLength(20);
      expect(problems.sort()).toEqual([
        'FORBIDDEN archive.health.bloodType grant:HealthRecord.bloodType',
        'FORBIDDEN archive.socialInsurance grant:LifeArchive.socialInsurance',
      ]);
      expect((await read({ ...school, district: '310110' }, 'zhou-kexin', fields)).problems).toEqual(['NOT_FOUND']);
    });

    it('shows the review of pensions the pension and the contributions of anybody, and notes who asked', async () => {
      const review = asStaff('human-resources', '310104', 'pension-review');
      const before = (await registry.changes()).length;
      const { archive, problems } = await read(
        review,
        'shen-jianguo',
        'pension { monthsPaid monthlyBenefit { amount } } medicalInsurance { scheme }',
      );
      expect(archive).toEqual({
        pension: { monthsPaid: 487, monthlyBenefit: { amount: '5210' } },
        medicalInsurance: null,
      });
      expect(problems).toEqual(['FORBIDDEN archive.medicalInsurance grant:LifeArchive.medicalInsurance']);
      expect((await registry.changes()).slice(before)).toMatchObject([
        {
          kind: 'file.read',
          affects: [citizenOf('shen-jianguo')],
          items: expect.arrayContaining(['LifeArchive.pension', 'Pension.monthlyBenefit']),
        },
      ]);
    });

    it('gives `system` when and what, and refuses it how much', async () => {
      const { archive, problems } = await read(
        asSystem,
        'lin-xiaomei',
        `pension { monthsPaid expectedFrom balance { amount } } borderCrossings { edges { node { at } } }
         socialInsurance { contributions(first: 1) { edges { node { month kinds base { amount } } } } }`,
      );
      expect(archive).toEqual({
        pension: { monthsPaid: 140, expectedFrom: '2046-10-01', balance: null },
        borderCrossings: null,
        socialInsurance: {
          contributions: {
            edges: [
              {
                node: {
                  month: '2026-10',
                  kinds: ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'],
                  base: null,
                },
              },
            ],
          },
        },
      });
      expect(problems.map((problem) => problem.split(' ').at(-1)).sort()).toEqual([
        'grant:Contribution.base',
        'grant:LifeArchive.borderCrossings',
        'grant:Pension.balance',
      ]);
    });
  });
});
