import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../../schema/viewer.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen } from '../../../support/viewers.ts';
import { citizenOf, codesOf, MINGMEI, openTransactions, refusalOf, type OpenTransactions } from '../desk.ts';

const FIELDS = `id state stateSince openedAt version service { code } form { field value prefilledFrom }
  materials { spec { code name licenceKind required when } state }
  applicant { ... on Citizen { id } ... on Enterprise { uscc } } handledBy { id }
  log { step channel by note }`;
const SAVE = `mutation ($input: ApplicationInput!) { saveApplication(input: $input) { ${FIELDS} } }`;
const SUBMIT = `mutation ($id: ID!, $version: Int, $requestKey: String!) {
  submitApplication(id: $id, version: $version, requestKey: $requestKey) { ${FIELDS} } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int, $requestKey: String!) {
  withdrawApplication(id: $id, version: $version, requestKey: $requestKey) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { application(id: $id) { ${FIELDS} } }`;

const lin = asCitizen(citizenOf('lin-xiaomei'));
const linForKexin = { ...lin, actingFor: citizenOf('zhou-kexin') };
const zhouForMingmei = asCitizen(citizenOf('zhou-ming'), { actingFor: MINGMEI });
const wuForMingmei = asCitizen(citizenOf('wu-qian'), { actingFor: MINGMEI });

interface Saved {
  id: string;
  version: number;
  state: string;
}

eachEngine((database) => {
  let registry: OpenTransactions;
  let keys = 0;
  let requestKey: string;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
  }, 120_000);
  afterAll(() => registry.close());
  beforeEach(() => {
    keys += 1;
    requestKey = `key-${keys}`;
  });

  const form = [
    { field: 'owner', value: ' 林晓梅 ', prefilledFrom: 'Citizen.name' },
    { field: 'phone', value: '13900000002' },
  ];
  const save = (viewer: Viewer, more: Record<string, unknown> = {}) =>
    registry.as(viewer, SAVE, { input: { service: 'dog-licence', form, requestKey, ...more } });
  const saved = async (viewer: Viewer = lin, more: Record<string, unknown> = {}) => {
    const answer = await save(viewer, more);
    expect(answer.errors).toBeUndefined();
    return answer.data?.['saveApplication'] as Saved;
  };
  const submit = (viewer: Viewer, id: string, more: Record<string, unknown> = {}) =>
    registry.as(viewer, SUBMIT, { id, requestKey: `${requestKey}-submit`, ...more });
  const withdraw = (viewer: Viewer, id: string, more: Record<string, unknown> = {}) =>
    registry.as(viewer, WITHDRAW, { id, requestKey: `${requestKey}-end`, ...more });

  describe('an application', () => {
    it('begins as a draft with its form, its materials and a first step in its log', async () => {
      expect(await saved()).toEqual({
        id: expect.stringMatching(/^a1_/),
        state: 'DRAFT',
        stateSince: '2026-11-22T02:00:00.000Z',
        openedAt: '2026-11-22T02:00:00.000Z',
        version: 1,
        service: { code: 'dog-licence' },
        form: [
          { field: 'owner', value: '林晓梅', prefilledFrom: 'Citizen.name' },
          { field: 'phone', value: '13900000002', prefilledFrom: null },
        ],
        materials: [
          {
            spec: { code: 'id-card', name: '身份证', licenceKind: 'ID_CARD', required: true, when: null },
            state: 'TO_SUPPLY',
          },
          {
            spec: { code: 'photo', name: '犬只照片', licenceKind: null, required: true, when: '首次办理' },
            state: 'TO_SUPPLY',
          },
        ],
        applicant: { id: citizenOf('lin-xiaomei') },
        handledBy: null,
        log: [{ step: 'FILL', channel: 'ONLINE', by: '申请人', note: null }],
      });
    });

    it('keeps what is not named when its form is changed, and counts its version', async () => {
      const { id, version } = await saved();
      const changed = await save(lin, {
        id,
        version,
        form: [
          { field: 'size', value: 'small' },
          { field: 'phone', value: null },
        ],
        requestKey: `${requestKey}-2`,
      });
      expect(changed.data?.['saveApplication']).toMatchObject({
        version: version + 1,
        form: [
          { field: 'owner', value: '林晓梅' },
          { field: 'size', value: 'small' },
        ],
      });
    });

    it('is begun once by one request key, whatever the repeats', async () => {
      const [first, second] = [await saved(), await saved()];
      expect(second).toEqual(first);
      expect(codesOf(await save(lin, { form: [] }))).toEqual(['CONFLICT']);
    });

    it('is submitted once, and withdrawn while it is not decided', async () => {
      const { id } = await saved();
      const submitted = await submit(lin, id);
      expect(submitted.data?.['submitApplication']).toMatchObject({
        state: 'SUBMITTED',
        version: 2,
        log: [{ step: 'FILL' }, { step: 'COMPLETE_FORM', by: '申请人' }],
      });
      expect(await submit(lin, id)).toEqual(submitted);
      expect(refusalOf(await submit(lin, id, { requestKey: `${requestKey}-again` }))).toEqual({
        code: 'CONFLICT',
        reason: 'STATE',
        next: ['withdrawApplication', 'book'],
      });
      expect((await withdraw(lin, id)).data?.['withdrawApplication']).toMatchObject({ state: 'WITHDRAWN', version: 3 });
      expect(refusalOf(await withdraw(lin, id, { requestKey: `${requestKey}-twice` }))).toMatchObject({
        code: 'CONFLICT',
        next: [],
      });
    });

    it('is told to the feed with the applicant’s file and what changed in it', async () => {
      const { id } = await saved();
      await submit(lin, id);
      expect((await registry.changes()).at(-1)).toMatchObject({
        kind: 'application.changed',
        affects: [citizenOf('lin-xiaomei')],
        items: ['Citizen.applications', 'Application.state', 'Application.stateSince', 'Application.log'],
        payload: { application: id },
      });
    });
  });

  it('overwrites nothing that was changed meanwhile', async () => {
    const { id, version } = await saved();
    const change = (phone: string, key: string) =>
      save(lin, { id, version, form: [{ field: 'phone', value: phone }], requestKey: `${requestKey}-${key}` });
    const answers = await Promise.all([change('13900000003', 'one'), change('13900000004', 'other')]);
    expect(answers.flatMap(codesOf)).toEqual(['CONFLICT']);
    expect(answers.map(refusalOf)).toContainEqual({ code: 'CONFLICT', field: 'version', reason: 'VERSION' });
    expect(refusalOf(await submit(lin, id, { version }))).toMatchObject({ code: 'CONFLICT', reason: 'VERSION' });
    expect(refusalOf(await withdraw(lin, id, { version }))).toMatchObject({ code: 'CONFLICT', reason: 'VERSION' });
    expect((await submit(lin, id, { version: version + 1 })).errors).toBeUndefined();
  });

  it.each([
    ['a field that the form has not', [{ field: 'nosuch', value: '1' }], 'form.nosuch', 'UNKNOWN'],
    ['a field twice', [form[1], form[1]], 'form.phone', 'TWICE'],
    ['a value of the wrong type', [{ field: 'phone', value: 'call me' }], 'form.phone', 'PHONE'],
    ['a value that is too long', [{ field: 'owner', value: '林'.repeat(201) }], 'form.owner', 'LENGTH'],
    ['what is none of the options', [{ field: 'size', value: 'huge' }], 'form.size', 'CHOICE'],
    [
      'a datum that does not fill the field in',
      [{ field: 'size', value: 'small', prefilledFrom: 'Citizen.name' }],
      'form.size',
      'ITEM',
    ],
  ])('refuses %s', async (_what, given, field, reason) => {
    expect(refusalOf(await save(lin, { form: given }))).toEqual({ code: 'BAD_USER_INPUT', field, reason });
  });

  it.each([
    ['is none of the catalogue', lin, 'nosuch', 'SERVICE'],
    ['is not for persons', lin, 'annual-report', 'AUDIENCE'],
    ['is not for enterprises', zhouForMingmei, 'dog-licence', 'AUDIENCE'],
    ['is agreed upon with who offers it', lin, 'bookkeeping', 'PROFESSIONAL'],
  ])('begins none for a service that %s', async (_what, viewer, service, reason) => {
    expect(refusalOf(await save(viewer, { service, form: [] }))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.service',
      reason,
    });
  });

  it('hands in nothing that lacks a required field, nor what is applied for at a counter', async () => {
    const { id } = await saved(lin, { form: [form[0]] });
    expect(refusalOf(await submit(lin, id))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'form.phone',
      reason: 'REQUIRED',
    });
    const counter = await saved(lin, { service: 'school-visit', form: [], requestKey: `${requestKey}-counter` });
    expect(refusalOf(await submit(lin, counter.id, { requestKey: `${requestKey}-3` }))).toEqual({
      code: 'CONFLICT',
      reason: 'CHANNEL',
      next: ['book'],
    });
  });

  it('asks for a sign-in of level 2 where rights are claimed or given up', async () => {
    const { id } = await saved();
    const weak = { ...lin, assurance: 1 } as const;
    expect(refusalOf(await submit(weak, id))).toMatchObject({ code: 'FORBIDDEN', requiredAssurance: 2 });
    expect(refusalOf(await withdraw(weak, id))).toMatchObject({ code: 'FORBIDDEN', requiredAssurance: 2 });
  });

  describe('acting for somebody', () => {
    it('a guardian applies in the name of the ward', async () => {
      expect(await saved(linForKexin)).toMatchObject({
        applicant: { id: citizenOf('zhou-kexin') },
        handledBy: { id: citizenOf('lin-xiaomei') },
        log: [{ by: '监护人' }],
      });
    });

    it('the legal representative applies for the enterprise, the handler for what the mandate covers', async () => {
      const uscc = [{ field: 'uscc', value: MINGMEI }];
      expect(await saved(zhouForMingmei, { service: 'food-permit', form: uscc })).toMatchObject({
        applicant: { uscc: MINGMEI },
        log: [{ by: '法定代表人' }],
      });
      const report = { service: 'annual-report', form: [], requestKey: `${requestKey}-2` };
      expect(await saved(wuForMingmei, report)).toMatchObject({
        applicant: { uscc: MINGMEI },
        handledBy: { id: citizenOf('wu-qian') },
        log: [{ by: '经办人' }],
      });
      const permit = { service: 'food-permit', form: uscc, requestKey: `${requestKey}-3` };
      expect(refusalOf(await save(wuForMingmei, permit))).toEqual({
        code: 'FORBIDDEN',
        missing: 'mandate:food-permit',
      });
    });

    it('a handler sees an application that the mandate does not cover, and cannot act on it', async () => {
      const uscc = [{ field: 'uscc', value: MINGMEI }];
      const { id } = await saved(zhouForMingmei, { service: 'food-permit', form: uscc });
      expect((await registry.as(wuForMingmei, READ, { id })).errors).toBeUndefined();
      expect(refusalOf(await submit(wuForMingmei, id))).toEqual({ code: 'FORBIDDEN', missing: 'mandate:food-permit' });
    });

    it('must be said: seeing an application is not acting for its applicant', async () => {
      const { id } = await saved(linForKexin);
      expect(refusalOf(await submit(lin, id))).toEqual({ code: 'FORBIDDEN', missing: 'acting-for' });
      expect((await submit(linForKexin, id)).errors).toBeUndefined();
    });

    it('ends with the enterprise', async () => {
      const [, , , , , entry] = (await import('../desk.ts')).TOWN;
      if (entry === undefined) throw new Error('The town has lost its enterprise.');
      await registry.know([{ ...entry, alive: false }]);
      expect(codesOf(await save(zhouForMingmei, { service: 'annual-report', form: [] }))).toEqual(['CONFLICT']);
      await registry.know([entry]);
    });
  });

  it('is not found by a stranger, nor by anyone who acts on what does not exist', async () => {
    const { id } = await saved();
    const stranger = asCitizen(citizenOf('zhao-wei'));
    for (const ask of [submit, withdraw]) {
      const [hidden, absent] = [await ask(stranger, id), await ask(stranger, 'a1_nosuch')];
      expect(codesOf(hidden)).toEqual(['NOT_FOUND']);
      expect(hidden).toEqual(absent);
    }
    const spouse = asCitizen(citizenOf('zhou-ming'));
    expect(codesOf(await save(spouse, { id }))).toEqual(['NOT_FOUND']);
  });

  it('waits while the directory is out of date', async () => {
    const { id } = await saved(linForKexin);
    registry.subgraph.directory.follow({ lag: () => 60_000, stop: () => Promise.resolve() });
    const answer = await submit(linForKexin, id);
    registry.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
    expect(codesOf(answer)).toEqual(['UNAVAILABLE']);
  });
});
