import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../subgraphs/kit/store/database.ts';
import { createIdentityResolver, type PersonalDB } from '../../subgraphs/personal/index.ts';
import { idNumberOf } from '../support/people.ts';
import { openTestDatabase } from '../support/stores.ts';
import { openSubgraph, type OpenSubgraph } from '../support/subgraphs.ts';
import { asCitizen } from '../support/viewers.ts';
import { definition, keys } from './personal/demo.ts';

/** What a department writes that has contact data of its own: a declaration and a drop, and no line of TypeScript. */
const DECLARATION = `source: personal.housing-fund-contacts
name: { zh: 公积金预留联系方式, en: Contact data left with the housing fund }
department: housing-fund
format: csv
cycle: P1D
tables:
  - { table: contact, key: [citizen_id] }
change: citizen.changed
subjects: [citizen_id]
whenDeleted: delete
closeAtMost: 0
columns:
  缴存人证件号: { field: citizen_id, type: idNumber, required: true }
  预留手机: { field: phone, type: phone, required: true, item: Citizen.phone }
`;

let folder: string;
let database: Database;
let registry: OpenSubgraph<PersonalDB>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onefile-sources-'));
  const { sources } = definition;
  if (sources === undefined) throw new Error('The registry of persons has sources.');
  await cp(sources.folder, folder, { recursive: true });
  await writeFile(join(folder, 'housing-fund-contacts.yaml'), DECLARATION);
  database = await openTestDatabase();
  registry = await openSubgraph({ ...definition, sources: { ...sources, folder } }, database.store('personal'), {
    identities: (own) => createIdentityResolver(own, keys),
  });
}, 60_000);
afterAll(async () => {
  await registry.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

it('connects one more drop of a department by a YAML file alone', async () => {
  const citizens = join(import.meta.dirname, '../../subgraphs/personal/demo/citizens.csv');
  await registry.ingest.ingestFile('personal.citizens', citizens);
  const number = idNumberOf('zhao-wei');
  const drop = join(folder, 'drop.csv');
  await writeFile(drop, `缴存人证件号,预留手机\n${number},13900009911\n${number.slice(0, 17)}9,13900009912\n`);

  const report = await registry.ingest.ingestFile('personal.housing-fund-contacts', drop);
  expect(report).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 });
  const [id] = await createIdentityResolver(registry.store, keys).resolve([number]);
  const { data } = await registry.as({ ...asCitizen(id ?? ''), assurance: 2 }, '{ me { phone(reveal: true) } }');
  expect(data).toEqual({ me: { phone: '13900009911' } });
});
