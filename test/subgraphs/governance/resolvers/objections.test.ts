import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubgraphAnswer } from '../../../../subgraphs/kit/execute.ts';
import type { Viewer } from '../../../../schema/viewer.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen, asStaff } from '../../../support/viewers.ts';
import { until } from '../../kit/feed/harness.ts';
import { openDesk, PUTUO, XUHUI, type Desk } from '../desk.ts';

const lin = asCitizen('c1_lin');
const zhou = asCitizen('c1_zhou');
const deciding = (department: string, district: string) => asStaff(department, district, 'objection-decision');
const police = deciding('public-security', '310104');
const policeInPutuo = deciding('public-security', '310107');
const policeOfTheCity = deciding('public-security', '310000');
const civilAffairs = deciding('civil-affairs', '310104');

const OBJECTION = 'id item state claim evidence reason decidedAt department { code } citizen { id }';
const MISSING = 'Not found, or not for you to see.';

interface Answered {
  id: string;
  state: string;
}

describe('an objection', () => {
  eachEngine((database) => {
    let desk: Desk;
    let objection: Answered;

    beforeAll(async () => {
      desk = await openDesk(database());
      await desk.tell(
        { subject: 'c1_lin', spouses: [{ id: 'c1_zhou', since: '2013-10-01', until: null }] },
        { subject: 'c1_zhou' },
        { subject: 'c1_ke', guardians: [{ id: 'c1_lin', since: '2021-03-08', until: null }] },
        { subject: 'c1_chen', districts: [PUTUO] },
        { subject: 'c1_second', mergedInto: 'c1_lin' },
      );
    }, 60_000);
    afterAll(() => desk.close());

    const raise = (viewer: Viewer, input: Readonly<Record<string, string>>) =>
      desk.as(viewer, `mutation ($input: ObjectionInput!) { done: raiseObjection(input: $input) { ${OBJECTION} } }`, {
        input: { item: 'Citizen.birthDate', claim: '生日不对', ...input },
      });
    const withdraw = (viewer: Viewer, id: string, requestKey: string) =>
      desk.as(
        viewer,
        `mutation ($id: ID!, $key: String!) { done: withdrawObjection(id: $id, requestKey: $key) { ${OBJECTION} } }`,
        {
          id,
          key: requestKey,
        },
      );
    const decide = (viewer: Viewer, id: string, requestKey: string, accept = true) =>
      desk.as(
        viewer,
        `mutation ($id: ID!, $accept: Boolean!, $key: String!) {
          done: decideObjection(id: $id, accept: $accept, reason: "户口簿为证", requestKey: $key) { ${OBJECTION} }
        }`,
        { id, accept, key: requestKey },
      );
    const listed = (viewer: Viewer, args = '') =>
      desk.as(
        viewer,
        `{ objectionsToDecide${args} { totalCount edges { node { ${OBJECTION} } } pageInfo { hasNextPage } } }`,
      );
    const done = ({ data, errors }: SubgraphAnswer): Answered => {
      expect(errors).toBeUndefined();
      return data?.['done'] as Answered;
    };
    const nothing = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false } };

    it('is raised by the citizen, once for one request key', async () => {
      const first = done(await raise(lin, { subject: 'c1_lin', evidence: '出生证', requestKey: 'one' }));
      expect(first).toMatchObject({
        item: 'Citizen.birthDate',
        state: 'OPEN',
        claim: '生日不对',
        evidence: '出生证',
        reason: null,
        department: { code: 'public-security' },
        citizen: { id: 'c1_lin' },
      });
      expect(done(await raise(lin, { subject: 'c1_lin', evidence: '出生证', requestKey: 'one' }))).toEqual(first);
      const other = await raise(lin, { subject: 'c1_lin', claim: '别的', requestKey: 'one' });
      expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
      objection = first;
    });

    it('is withdrawn by who raised it alone, and raised again', async () => {
      expect((await withdraw(zhou, objection.id, 'mine')).errors).toMatchObject([{ message: MISSING }]);
      expect(done(await withdraw(lin, objection.id, 'two'))).toMatchObject({ state: 'WITHDRAWN', claim: '生日不对' });
      expect((await withdraw(lin, objection.id, 'three')).errors).toMatchObject([
        { extensions: { code: 'CONFLICT', reason: 'WITHDRAWN' } },
      ]);
      const again = done(await raise(lin, { subject: 'c1_lin', requestKey: 'four' }));
      expect(again.id).not.toBe(objection.id);
      objection = again;
    });

    it('is raised for a ward, and for nobody else', async () => {
      const ward = done(await raise(lin, { subject: 'c1_ke', requestKey: 'ward' }));
      expect(ward).toMatchObject({ citizen: { id: 'c1_ke' }, claim: '生日不对' });
      expect(done(await withdraw(lin, ward.id, 'ward-2'))).toMatchObject({ state: 'WITHDRAWN', claim: '生日不对' });
      for (const subject of ['c1_zhou', 'c1_chen', 'c1_nobody']) {
        expect((await raise(lin, { subject, requestKey: subject })).errors).toMatchObject([{ message: MISSING }]);
      }
    });

    it.each(['Enterprise.name', 'Premise.area', 'Objection.claim', 'Citizen.soul', 'Citizen', ''])(
      'is not raised to what is no datum of a citizen’s file: %s',
      async (item) => {
        const { errors } = await raise(lin, { item, subject: 'c1_lin', requestKey: `item ${item}` });
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'item' } }]);
      },
    );

    it('is written under the id that a merged file lives on under', async () => {
      const raised = done(await raise(lin, { item: 'Citizen.sex', subject: 'c1_second', requestKey: 'merged' }));
      expect(raised).toMatchObject({ citizen: { id: 'c1_lin' } });
      const { rows } = await desk.store.read({ holder: 'test' }, async (executor) => ({
        rows: await executor.selectFrom('objection').select('subject').where('id', '=', raised.id).execute(),
      }));
      expect(rows).toEqual([{ subject: 'c1_lin' }]);
      done(await withdraw(lin, raised.id, 'merged-2'));
    });

    it('is shown to the department in the district of who it is about, and to that of the city', async () => {
      await raise(asCitizen('c1_chen'), { subject: 'c1_chen', requestKey: 'chen' });
      const subjectsOf = async (viewer: Viewer) => {
        const { data } = await listed(viewer);
        const list = data?.['objectionsToDecide'] as {
          totalCount: number;
          edges: { node: { claim: string; citizen: { id: string } } }[];
        };
        return { count: list.totalCount, subjects: list.edges.map(({ node }) => node.citizen.id).sort() };
      };
      expect(await subjectsOf(police)).toEqual({ count: 1, subjects: ['c1_lin'] });
      expect(await subjectsOf(policeInPutuo)).toEqual({ count: 1, subjects: ['c1_chen'] });
      expect(await subjectsOf(policeOfTheCity)).toEqual({ count: 2, subjects: ['c1_chen', 'c1_lin'] });
      expect((await listed(deciding('public-security', '310109'))).data).toEqual({ objectionsToDecide: nothing });
      expect((await listed(civilAffairs)).data).toEqual({ objectionsToDecide: nothing });
      expect((await listed({ ...police, district: null })).data).toEqual({ objectionsToDecide: nothing });
      expect((await listed(police, '(first: 0)')).data).toMatchObject({
        objectionsToDecide: { totalCount: 1, edges: [] },
      });
    });

    it('moves with who it is about', async () => {
      await desk.tell({
        subject: 'c1_chen',
        districts: [
          { ...XUHUI, since: '2026-11-22' },
          { ...PUTUO, until: '2026-11-22' },
        ],
      });
      expect((await listed(policeInPutuo)).data).toEqual({ objectionsToDecide: nothing });
      expect((await listed(police)).data).toMatchObject({ objectionsToDecide: { totalCount: 2 } });
      expect((await listed({ ...policeInPutuo, today: '2026-11-21' })).data).toMatchObject({
        objectionsToDecide: { totalCount: 1 },
      });
      await desk.tell({ subject: 'c1_chen', districts: [PUTUO] });
    });

    it.each(['identity-check', 'made-up-purpose'])('is nothing to staff who act for %s', async (purpose) => {
      const officer = asStaff('public-security', '310104', purpose);
      const refusal = [{ extensions: { code: 'FORBIDDEN', missing: 'grant:Objection.claim' } }];
      expect(await listed(officer)).toMatchObject({ data: { objectionsToDecide: null }, errors: refusal });
      expect((await decide(officer, objection.id, 'no')).errors).toMatchObject(refusal);
    });

    it.each([
      ['another department', civilAffairs],
      ['another district', policeInPutuo],
      ['no district', { ...police, district: null }],
    ])('is not found by staff of %s, as if there were none', async (_name, viewer) => {
      desk.takeLeases();
      const refused = await decide(viewer, objection.id, 'no');
      expect(desk.takeLeases()).toEqual(['read governance test']);
      const missing = await decide(viewer, 'nothing', 'no');
      expect(desk.takeLeases()).toEqual(['read governance test']);
      expect(refused.errors).toMatchObject([{ message: MISSING, extensions: { code: 'NOT_FOUND' } }]);
      expect(JSON.stringify(refused)).toBe(JSON.stringify(missing));
      expect((await listed(police)).data).toMatchObject({
        objectionsToDecide: { edges: [{ node: { id: objection.id, state: 'OPEN' } }] },
      });
    });

    it('is decided once, by the department in the district; a repeat answers the first decision', async () => {
      const decided = done(await decide(police, objection.id, 'yes'));
      expect(decided).toMatchObject({ state: 'ACCEPTED', reason: '户口簿为证', claim: '生日不对' });
      expect(done(await decide(police, objection.id, 'yes'))).toEqual(decided);
      for (const viewer of [police, policeOfTheCity]) {
        expect((await decide(viewer, objection.id, 'other', false)).errors).toMatchObject([
          { extensions: { code: 'CONFLICT', reason: 'ACCEPTED' } },
        ]);
      }
      expect((await listed(police)).data).toEqual({ objectionsToDecide: nothing });
      expect((await listed(police, '(state: ACCEPTED)')).data).toMatchObject({ objectionsToDecide: { totalCount: 1 } });
    });

    it('is read by the citizen with its outcome, and so is who read its words', async () => {
      const query = `{ me {
        objections { totalCount edges { node { ${OBJECTION} } } }
        accessLog { edges { node { role department { code } purpose { code } items } } }
      } }`;
      const read = async () => {
        const { data, errors } = await desk.as(lin, query);
        expect(errors).toBeUndefined();
        return data?.['me'] as { objections: unknown; accessLog: { edges: { node: unknown }[] } };
      };
      expect((await read()).objections).toMatchObject({
        totalCount: 3,
        edges: expect.arrayContaining([
          { node: expect.objectContaining({ id: objection.id, state: 'ACCEPTED', reason: '户口簿为证' }) },
        ]),
      });
      await until('the readings are in the log', async () => (await read()).accessLog.edges.length > 0, 20_000);
      const [{ node } = { node: null }] = (await read()).accessLog.edges;
      expect(node).toEqual({
        role: 'staff',
        department: { code: 'public-security' },
        purpose: { code: 'objection-decision' },
        items: expect.arrayContaining(['Objection.claim', 'Objection.evidence', 'Objection.reason']),
      });
    }, 40_000);

    it('is raised to an item of the life archive, for the department that answers for it', async () => {
      const raised = await raise(lin, { subject: 'c1_lin', item: 'Violation.place', requestKey: 'violation' });
      expect(done(raised)).toMatchObject({ item: 'Violation.place', department: { code: 'public-security' } });
    });
  });
});
