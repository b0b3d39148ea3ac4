import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../schema/viewer.ts';
import { eachEngine } from '../../support/stores.ts';
import { asAnalyst, asCitizen, asOperator, asPublic, asStaff, asSystem } from '../../support/viewers.ts';
import { citizenOf, codesOf, MINGMEI, openTransactions, refusalOf, type OpenTransactions } from './desk.ts';

const citizen = (slug: string) => asCitizen(citizenOf(slug));
const police = (district: string, purpose: string | null = 'application-handling') =>
  asStaff('public-security', district, purpose);
const market = (district: string, purpose = 'application-handling') => asStaff('market-regulation', district, purpose);

const OWN = 'of-lin';
const WARDS = 'of-kexin';
const FIRMS = 'of-mingmei';

/** Who sees which application: its state, its form, its rating. */
const SEES: readonly [who: string, viewer: Viewer, id: string, state: boolean, form: boolean, rating: boolean][] = [
  ['the applicant', citizen('lin-xiaomei'), OWN, true, true, true],
  ['a guardian of the applicant', citizen('lin-xiaomei'), WARDS, true, true, true],
  ['the other guardian', citizen('zhou-ming'), WARDS, true, true, true],
  ['the legal representative', citizen('zhou-ming'), FIRMS, true, true, true],
  ['the handler', citizen('wu-qian'), FIRMS, true, true, true],
  ['the deciding department in its district', police('310104'), OWN, true, true, false],
  ['the deciding department of the city', police('310000'), OWN, true, true, false],
  ['who puts bad ratings right', police('310104', 'rating-rectification'), OWN, true, false, true],
  ['the department of the enterprise’s service', market('310104'), FIRMS, true, true, false],
  ['the system', asSystem, OWN, true, false, false],
];

const REFUSED: readonly [who: string, viewer: Viewer, id: string, code: string, missing: string | null][] = [
  ['a stranger', citizen('zhao-wei'), OWN, 'NOT_FOUND', null],
  ['the spouse', citizen('zhou-ming'), OWN, 'NOT_FOUND', null],
  ['a shareholder', citizen('lin-xiaomei'), FIRMS, 'NOT_FOUND', null],
  ['the deciding department elsewhere', police('310105'), OWN, 'NOT_FOUND', null],
  ['another department', market('310104'), OWN, 'NOT_FOUND', null],
  ['the deciding department of another service', police('310104'), FIRMS, 'NOT_FOUND', null],
  ['the deciding department for another purpose', police('310104', 'household-registration'), OWN, 'NOT_FOUND', null],
  ['the deciding department without a purpose', police('310104', null), OWN, 'FORBIDDEN', 'purpose'],
  ['an analyst', asAnalyst, OWN, 'FORBIDDEN', 'role'],
  ['an operator', asOperator, OWN, 'FORBIDDEN', 'role'],
  ['nobody in particular', asPublic, OWN, 'UNAUTHENTICATED', null],
  ['a citizen, of what does not exist', citizen('lin-xiaomei'), 'nosuch', 'NOT_FOUND', null],
  ['an officer of the city, of what does not exist', police('310000'), 'nosuch', 'NOT_FOUND', null],
  ['the system, of what does not exist', asSystem, 'nosuch', 'NOT_FOUND', null],
];

const FIELDS = 'state form { field } rating { level }';
const ROOT = `query ($id: ID!) { application(id: $id) { ${FIELDS} } }`;
const entity = (id: string) =>
  `{ _entities(representations: [{ __typename: "Application", id: "${id}" }]) { ... on Application { ${FIELDS} } } }`;

eachEngine((database) => {
  let registry: OpenTransactions;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
    await registry.putApplication({ id: OWN, applicant: citizenOf('lin-xiaomei'), state: 'DELIVERED' });
    await registry.putApplication({ id: WARDS, applicant: citizenOf('zhou-kexin'), state: 'DELIVERED' });
    await registry.putApplication({ id: FIRMS, applicant: MINGMEI, service: 'food-permit', state: 'DELIVERED' });
    await registry.store.transaction({ holder: 'test' }, async (executor) => {
      for (const [id, applicant] of [
        [OWN, citizenOf('lin-xiaomei')],
        [WARDS, citizenOf('zhou-kexin')],
        [FIRMS, MINGMEI],
      ] as const) {
        await executor
          .insertInto('rating')
          .values({
            application_id: id,
            applicant,
            service: 'dog-licence',
            provider: null,
            level: 'FAIR',
            tags: [],
            comment: null,
            rated_at: '2026-11-22T02:00:00Z',
          })
          .execute();
        await executor
          .insertInto('form_value')
          .values({ application_id: id, applicant, field: 'owner', value: '某', prefilled_from: null })
          .execute();
      }
    });
  }, 120_000);
  afterAll(() => registry.close());

  const doors = [
    ['the root', (viewer: Viewer, id: string) => registry.as(viewer, ROOT, { id }), 'application'],
    ['_entities', (viewer: Viewer, id: string) => registry.as(viewer, entity(id)), '_entities'],
  ] as const;

  describe.each(doors)('by %s', (_door, ask, root) => {
    it.each(SEES)('%s sees what the lists say', async (_who, viewer, id, ...sees) => {
      const { data, errors } = await ask(viewer, id);
      const file = [data?.[root]].flat()[0] as Record<string, unknown>;
      expect([file['state'] !== null, file['form'] !== null, file['rating'] !== null]).toEqual(sees);
      expect((errors ?? []).map(({ extensions }) => extensions?.['code'])).toEqual(
        sees.filter((seen) => !seen).map(() => 'FORBIDDEN'),
      );
    });

    it.each(REFUSED.filter(([who]) => root === 'application' || !who.startsWith('the system')))(
      '%s is refused',
      async (_who, viewer, id, code, missing) => {
        const answer = await ask(viewer, id);
        expect([answer.data?.[root]].flat()[0] ?? null).toBeNull();
        // _entities has no rule of role of its own: whoever is nothing to anybody finds nothing.
        const byRole = missing === 'role' && root === '_entities';
        expect(codesOf(answer)).toEqual([byRole ? 'NOT_FOUND' : code]);
        if (missing !== null && !byRole) expect(refusalOf(answer)?.['missing']).toBe(missing);
      },
    );
  });

  it('says the same of what may not be seen and of what does not exist', async () => {
    const stranger = citizen('zhao-wei');
    expect(await registry.as(stranger, ROOT, { id: OWN })).toEqual(await registry.as(stranger, ROOT, { id: 'nosuch' }));
  });

  it('logs an officer’s reading in the file of the applicant, and nobody’s own', async () => {
    const readings = async () =>
      (await registry.changes())
        .filter(({ kind }) => kind === 'file.read')
        .map(({ affects, items }) => [affects, items]);
    const before = (await readings()).length;
    await registry.as(citizen('lin-xiaomei'), ROOT, { id: OWN });
    await registry.as(citizen('lin-xiaomei'), ROOT, { id: WARDS });
    await registry.as(citizen('zhou-ming'), ROOT, { id: FIRMS });
    await registry.as(police('310104'), `{ application(id: "${OWN}") { state form { field } } }`);
    await registry.as(police('310104'), `{ application(id: "${WARDS}") { id } }`);
    expect((await readings()).slice(before)).toEqual([
      [[citizenOf('lin-xiaomei')], ['Application.state', 'Application.form']],
      [[citizenOf('zhou-kexin')], ['Application.id']],
    ]);
  });

  it('tells staff of the applications alone that their department decides, in lists and counts', async () => {
    await registry.putApplication({ id: 'other', applicant: citizenOf('lin-xiaomei'), service: 'school-visit' });
    const list = `{ _entities(representations: [{ __typename: "Citizen", id: "${citizenOf('lin-xiaomei')}" }]) {
      ... on Citizen { applications { totalCount edges { node { id } } } } } }`;
    const listed = async (viewer: Viewer) => {
      const { data, errors } = await registry.as(viewer, list);
      expect(errors).toBeUndefined();
      const [file] = data?.['_entities'] as {
        applications: { totalCount: number; edges: { node: { id: string } }[] };
      }[];
      return [file?.applications.totalCount, file?.applications.edges.map(({ node }) => node.id)];
    };
    expect(await listed(citizen('lin-xiaomei'))).toEqual([2, [OWN, 'other']]);
    expect(await listed(police('310104'))).toEqual([1, [OWN]]);
    expect(await listed(asStaff('education', '310104', 'application-handling'))).toEqual([1, ['other']]);
    expect(await listed(asSystem)).toEqual([2, [OWN, 'other']]);
  });

  it('lets citizens alone act, and everybody read the catalogue', async () => {
    const acts = [
      'saveApplication(input: { service: "dog-licence", form: [], requestKey: "a" }) { id }',
      `submitApplication(id: "${OWN}", requestKey: "a") { id }`,
      `withdrawApplication(id: "${OWN}", requestKey: "a") { id }`,
      `book(input: { application: "${OWN}", slot: "s", requestKey: "a" }) { id }`,
      'moveAppointment(id: "b", slot: "s", requestKey: "a") { id }',
      'cancelAppointment(id: "b", requestKey: "a") { id }',
      `rate(application: "${OWN}", level: FAIR, requestKey: "a") { level }`,
    ];
    for (const act of acts) {
      expect([act, codesOf(await registry.as(asPublic, `mutation { ${act} }`))]).toEqual([act, ['UNAUTHENTICATED']]);
      for (const viewer of [police('310104'), asSystem, asAnalyst, asOperator])
        expect([act, codesOf(await registry.as(viewer, `mutation { ${act} }`))]).toEqual([act, ['FORBIDDEN']]);
    }
    const catalogue = '{ services { totalCount } service(code: "dog-licence") { name } offices { id } }';
    for (const viewer of [asPublic, citizen('zhao-wei'), police('310104'), asSystem, asAnalyst, asOperator]) {
      expect((await registry.as(viewer, catalogue)).errors).toBeUndefined();
    }
  });
});
