import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../../schema/viewer.ts';
import { idNumberOf } from '../../support/people.ts';
import { getBareDump } from '../../support/stores.ts';
import { openTown, type Town } from '../../support/town.ts';

const OTHER_NUMBER = '310115199110150346';
const ENTERPRISES = '{ me { enterprises { edges { node { enterprise { uscc } } } } } }';
const MINGMEI = '91310104MA1FPAA18P';

describe('two files of one person, in all registries', () => {
  let town: Town;
  let folder: string;
  let given: Viewer;
  let survivor: Viewer;
  const drop = async (source: string, row: Readonly<Record<string, string>>) => {
    const ingest = town.registries.find('personal')?.ingest;
    const header = Object.keys(ingest?.findDeclaration(source)?.columns ?? {});
    const file = join(folder, 'drop.csv');
    await writeFile(file, `${header.join(',')}\n${header.map((column) => row[column] ?? '').join(',')}\n`);
    expect(await ingest?.ingestFile(source, file, { manifest: { kind: 'delta' } })).toMatchObject({ accepted: 1 });
  };
  const until = async (what: () => Promise<boolean>) => {
    for (let attempt = 0; attempt < 200 && !(await what()); attempt += 1) await new Promise((go) => setTimeout(go, 50));
  };
  const enterprisesOf = async (viewer: Viewer) =>
    JSON.stringify((await town.ask('enterprises', viewer, ENTERPRISES)).data);
  const idOf = async (idNumber: string): Promise<string> => {
    const system: Viewer = { ...given, role: 'system', subject: 'test' };
    const query = 'query ($numbers: [String!]!) { citizensByIdNumber(idNumbers: $numbers) { id } }';
    const { data } = await town.ask('personal', system, query, { numbers: [idNumber] });
    return (data as { citizensByIdNumber: { id: string }[] }).citizensByIdNumber[0]?.id ?? '';
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-merge-'));
    town = await openTown({}, await getBareDump());
    given = await town.citizen('wu-qian');
    await drop('personal.citizens', {
      公民身份号码: OTHER_NUMBER,
      姓名: '吴倩',
      性别: '女',
      出生日期: '1991-10-15',
    });
    survivor = { ...given, subject: await idOf(OTHER_NUMBER) };
    const contact = await town.ask(
      'personal',
      given,
      'mutation { setContact(phone: "13800001111", requestKey: "k") { id } }',
    );
    expect(contact.errors).toBeUndefined();
    const officer: Viewer = {
      ...given,
      role: 'staff',
      subject: 'officer',
      department: 'public-security',
      district: '310000',
      purpose: 'household-registration',
    };
    const read = await town.ask('personal', officer, 'query ($id: ID!) { citizen(id: $id) { sex } }', {
      id: given.subject,
    });
    expect(read.errors).toBeUndefined();
  }, 120_000);
  afterAll(async () => {
    await town.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('lead to the survivor, also where they stand in the files of enterprises', async () => {
    expect(await enterprisesOf(given)).toContain(MINGMEI);
    expect(await enterprisesOf(survivor)).not.toContain(MINGMEI);
    await drop('personal.number-corrections', {
      原公民身份号码: idNumberOf('wu-qian'),
      现公民身份号码: OTHER_NUMBER,
      更正日期: '2026-11-01',
    });
    expect(await idOf(idNumberOf('wu-qian'))).toBe(survivor.subject);
    await until(async () => (await enterprisesOf(survivor)).includes(MINGMEI));
    expect(await enterprisesOf(survivor)).toContain(MINGMEI);
    const [entry] = (await town.registries.find('personal')?.directory.findMany([MINGMEI])) ?? [];
    expect(JSON.stringify(entry)).toContain(survivor.subject);
    expect(JSON.stringify(entry)).not.toContain(given.subject);
  });

  it('have one access log: who read the given up file stands in the survivor’s', async () => {
    const log = async () =>
      JSON.stringify(
        (await town.ask('governance', survivor, '{ me { accessLog { edges { node { role items } } } } }')).data,
      );
    await until(async () => (await log()).includes('Citizen.sex'));
    expect(await log()).toContain('"role":"staff","items":["Citizen.sex"]');
  });

  it('let whoever signed in under the given up id go on acting until the next sign-in', async () => {
    const { errors } = await town.ask('enterprises', { ...given, actingFor: MINGMEI }, '{ me { id } }');
    expect(errors).toBeUndefined();
    const contact = await town.ask(
      'personal',
      given,
      'mutation { setContact(phone: "13800002222", requestKey: "l") { id } }',
    );
    expect(contact.errors).toBeUndefined();
    const { data } = await town.ask('personal', survivor, '{ me { phone(reveal: true) } }');
    expect(data).toEqual({ me: { phone: '13800002222' } });
  });

  it('refuses whoever was erased, and writes nothing for them', async () => {
    const shen = await town.citizen('shen-jianguo');
    await town.registries.find('personal')?.erase(shen.subject ?? '');
    const contact = 'mutation { setContact(phone: "13800004444", requestKey: "late") { id } }';
    expect((await town.ask('personal', shen, contact)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await town.ask(
      'personal',
      { ...shen, role: 'system', subject: 'test' },
      'query ($ids: [ID!]!) { citizens(ids: $ids) { birthDate } }',
      { ids: [shen.subject] },
    );
    expect(data).toEqual({ citizens: [{ birthDate: null }] });
    const objection = 'mutation ($input: ObjectionInput!) { raiseObjection(input: $input) { id } }';
    const input = { subject: shen.subject, item: 'Citizen.birthDate', claim: '不对', requestKey: 'late' };
    await until(
      async () =>
        (await town.ask('governance', shen, objection, { input: { ...input, requestKey: String(Math.random()) } }))
          .errors !== undefined,
    );
    expect((await town.ask('governance', shen, objection, { input })).errors?.[0]?.extensions).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are erased together, with what was answered to them', async () => {
    await town.registries.find('personal')?.erase(survivor.subject ?? '');
    const query = 'query ($ids: [ID!]!) { citizens(ids: $ids) { birthDate sex } }';
    const ids = [given.subject, survivor.subject];
    const { data } = await town.ask('personal', { ...given, role: 'system', subject: 'test' }, query, { ids });
    expect(data).toEqual({
      citizens: [
        { birthDate: null, sex: null },
        { birthDate: null, sex: null },
      ],
    });
    const entryOf = async () => JSON.stringify(await town.registries.find('personal')?.directory.findMany([MINGMEI]));
    await until(async () => !(await entryOf()).includes(survivor.subject ?? ''));
    expect(await entryOf()).not.toContain(survivor.subject);
    const repeated = await town.ask(
      'personal',
      given,
      'mutation { setContact(phone: "13800003333", requestKey: "k") { id } }',
    );
    expect(repeated.errors?.[0]?.extensions?.['reason']).not.toBe('REUSED');
  });
});
