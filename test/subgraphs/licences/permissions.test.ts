import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../schema/viewer.ts';
import type { LicencesDB } from '../../../subgraphs/licences/index.ts';
import { recordStatements, type StatementRecorder } from '../../support/statement-recorder.ts';
import { eachEngine } from '../../support/stores.ts';
import { asAnalyst, asCitizen, asOperator, asPublic, asStaff, asSystem } from '../../support/viewers.ts';
import { USCC } from '../enterprises/demo.ts';
import { citizenEntry, citizenOf, enterpriseEntry, openLicences, type OpenLicences } from './demo.ts';

const citizen = (slug: string, more: Partial<Viewer> = {}) => asCitizen(citizenOf(slug), more);
const police = (district: string, purpose: string | null = 'household-registration') =>
  asStaff('public-security', district, purpose);
const since = '2013-10-01';
const link = (slug: string) => ({ id: citizenOf(slug), since, until: null });

const DIRECTORY = [
  citizenEntry('lin-xiaomei', { spouses: [link('zhou-ming')], kin: [link('zhou-kexin')] }),
  citizenEntry('zhou-ming', { spouses: [link('lin-xiaomei')], kin: [link('zhou-kexin')] }),
  citizenEntry('zhou-kexin', { guardians: [link('lin-xiaomei'), link('zhou-ming')] }),
  citizenEntry('zhao-wei'),
  citizenEntry('wu-qian'),
  enterpriseEntry(USCC.mingmei, {
    representatives: [link('zhou-ming')],
    handlers: [{ ...link('wu-qian'), mandate: 'm1', services: ['food-permit'] }],
    holders: [link('lin-xiaomei')],
  }),
];

/** Somebody's licence, by holder and kind. */
const PERMIT = [citizenOf('lin-xiaomei'), 'HK_MACAU_PERMIT'] as const;
const CHILDS = [citizenOf('zhou-kexin'), 'PASSPORT'] as const;
const FOOD = [USCC.mingmei, 'FOOD_PERMIT'] as const;

/** What each viewer sees of a licence: its status, its number, its endorsements. */
const SEES: readonly [who: string, viewer: Viewer, of: readonly [string, string], ...sees: boolean[]][] = [
  ['the holder', citizen('lin-xiaomei'), PERMIT, true, true, true],
  ['the mother of a child', citizen('lin-xiaomei'), CHILDS, true, true, true],
  ['the legal representative', citizen('zhou-ming'), FOOD, true, true, true],
  ['the handler', citizen('wu-qian'), FOOD, true, true, true],
  ['a shareholder', citizen('lin-xiaomei'), FOOD, true, true, false],
  ['a household officer of the district', police('310104'), PERMIT, true, true, false],
  ['a market officer', asStaff('market-regulation', '310104', 'enterprise-supervision'), FOOD, true, true, true],
  ['a tax officer', asStaff('tax', '310104', 'enterprise-supervision'), FOOD, true, false, false],
  ['an inspector of transport', asStaff('transport', '310109', 'enterprise-supervision'), FOOD, true, false, false],
  ['the system', asSystem, PERMIT, true, false, true],
];

/** Who may not know that the licence exists, and how they are told. */
const REFUSED: readonly [who: string, viewer: Viewer, of: readonly [string, string], code: string][] = [
  ['a stranger', citizen('zhao-wei'), PERMIT, 'NOT_FOUND'],
  ['the spouse, who sees the name alone', citizen('zhou-ming'), PERMIT, 'NOT_FOUND'],
  ['a stranger, of an enterprise’s', citizen('zhao-wei'), FOOD, 'NOT_FOUND'],
  ['an officer of another district', police('310109'), PERMIT, 'NOT_FOUND'],
  [
    'a market officer, of a person’s',
    asStaff('market-regulation', '310104', 'enterprise-supervision'),
    PERMIT,
    'NOT_FOUND',
  ],
  ['an officer without a grant', asStaff('civil-affairs', '310104', 'elderly-care'), PERMIT, 'NOT_FOUND'],
  ['an officer without a purpose', police('310104', null), PERMIT, 'FORBIDDEN'],
  ['an analyst', asAnalyst, PERMIT, 'FORBIDDEN'],
  ['an operator', asOperator, PERMIT, 'FORBIDDEN'],
  ['nobody in particular', asPublic, PERMIT, 'UNAUTHENTICATED'],
];

/** Statements that a question leads to; the relay of changes is at work beside it. */
const isAsked = (statement: string) => /subject_directory|"licence"/.test(statement);

const FIELDS = 'status number endorsements { kind }';
const ABSENT = 'l1_00000000000000000000000000000000';
const root = (id: string) => `{ licence(id: "${id}") { ${FIELDS} } }`;
const entity = (id: string) =>
  `{ _entities(representations: [{ __typename: "Licence", id: "${id}" }]) { ... on Licence { ${FIELDS} } } }`;
const DOORS = [
  ['the root', root, 'licence'],
  ['_entities', entity, '_entities'],
] as const;

eachEngine((database) => {
  let registry: OpenLicences;
  let recorder: StatementRecorder;
  beforeAll(async () => {
    recorder = recordStatements();
    registry = await openLicences(recorder.watch(database().store<LicencesDB>('licences')));
    await registry.loadDemo();
    await registry.know(DIRECTORY);
  }, 120_000);
  afterAll(() => registry.close());

  const idOf = async ([holder, kind]: readonly [string, string]) => (await registry.idsOf(holder, kind))[0] ?? '';
  const codesOf = ({ errors }: { errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[] }) =>
    (errors ?? []).map(({ extensions }) => extensions?.['code']);

  describe.each(DOORS)('by %s', (_door, question, field) => {
    it.each(SEES)('%s sees what the lists say', async (_who, viewer, of, ...sees) => {
      const answer = await registry.as(viewer, question(await idOf(of)));
      const licence = [answer.data?.[field]].flat()[0] as Record<string, unknown>;
      expect(['status', 'number', 'endorsements'].map((name) => licence[name] !== null)).toEqual(sees);
      expect(codesOf(answer)).toEqual(sees.filter((seen) => !seen).map(() => 'FORBIDDEN'));
    });

    it.each(REFUSED)('%s is refused', async (_who, viewer, of, code) => {
      const answer = await registry.as(viewer, question(await idOf(of)));
      expect([answer.data?.[field]].flat()[0] ?? null).toBeNull();
      // _entities has no rule of role of its own: whoever is nothing to anybody finds nothing.
      const byRole = field === '_entities' && ['analyst', 'operator'].includes(viewer.role);
      expect(codesOf(answer)).toEqual([byRole ? 'NOT_FOUND' : code]);
    });

    it.each([
      ['a stranger', citizen('zhao-wei'), PERMIT],
      ['the spouse', citizen('zhou-ming'), PERMIT],
      ['a stranger, of an enterprise’s', citizen('zhao-wei'), FOOD],
      ['an officer of another district', police('310109'), PERMIT],
    ])('%s cannot tell it from none by words or statements', async (_who, viewer, of) => {
      const ask = async (id: string) => {
        const { result, statements } = await recorder.during(() => registry.as(viewer, question(id)));
        return { answer: JSON.stringify(result).replaceAll(id, '<id>'), statements: statements.filter(isAsked) };
      };
      const absent = await ask(ABSENT);
      expect(await ask(await idOf(of))).toEqual(absent);
      expect(absent.statements.length).toBeGreaterThan(1);
    });
  });

  it('says NOT_FOUND to the system of what does not exist', async () => {
    expect(codesOf(await registry.as(asSystem, root(ABSENT)))).toEqual(['NOT_FOUND']);
  });

  it('shows a number masked, and whole to the holder who asks at level 2', async () => {
    const id = await idOf(PERMIT);
    const number = async (viewer: Viewer) =>
      registry.as(viewer, `{ licence(id: "${id}") { masked: number whole: number(reveal: true) } }`);
    expect((await number(citizen('lin-xiaomei'))).data?.['licence']).toEqual({
      masked: 'C5***2345',
      whole: 'C50012345',
    });
    const low = await number(citizen('lin-xiaomei', { assurance: 1 }));
    expect(low.data?.['licence']).toEqual({ masked: 'C5***2345', whole: null });
    expect(low.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', requiredAssurance: 2 });
    // Who holds shares sees it masked, and never whole.
    const food = await idOf(FOOD);
    const held = await registry.as(citizen('lin-xiaomei'), `{ licence(id: "${food}") { number(reveal: true) } }`);
    expect(codesOf(held)).toEqual(['FORBIDDEN']);
  });

  it('asks nothing more of the database for the licences in a list than for the list', async () => {
    const { statements } = await recorder.during(() =>
      registry.as(
        citizen('lin-xiaomei'),
        '{ me { licences { edges { node { status kind { code } holder { __typename } } } } } }',
      ),
    );
    expect(statements.filter(isAsked)).toHaveLength(1);
  });

  it('logs in the file of the holder who read a licence, and nothing of the holder’s own reading', async () => {
    const id = await idOf(PERMIT);
    const readings = async () => (await registry.changes()).filter(({ kind }) => kind === 'file.read');
    const before = (await readings()).length;
    await registry.as(citizen('lin-xiaomei'), root(id));
    expect(await readings()).toHaveLength(before);
    await registry.as(police('310104'), `{ licence(id: "${id}") { status issuedOn } }`);
    const [line] = (await readings()).slice(before);
    expect(line).toMatchObject({
      affects: [citizenOf('lin-xiaomei')],
      items: ['Licence.status', 'Licence.issuedOn'],
      payload: { department: 'public-security', purpose: 'household-registration' },
    });
  });

  it('tells the kinds to everybody', async () => {
    for (const viewer of [asPublic, asAnalyst, citizen('zhao-wei'), asSystem]) {
      const { data, errors } = await registry.as(viewer, '{ licenceKinds { code } }');
      expect(errors).toBeUndefined();
      expect(data?.['licenceKinds']).toHaveLength(29);
    }
  });
});
