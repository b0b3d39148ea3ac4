import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createIdentityKeys } from '../../../subgraphs/personal/identity-keys.ts';
import { definePersonal } from '../../../subgraphs/personal/registry.ts';
import { createIdentityResolver, type PersonalDB } from '../../../subgraphs/personal/repository.ts';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import { eachEngine } from '../../support/stores.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';
import { asCitizen } from '../../support/viewers.ts';

const keys = createIdentityKeys({ current: 1, keys: { '1': Buffer.alloc(32, 7).toString('base64') } });
const [ONE, OTHER, GONE] = ['310106200009010313', '31010620000901033X', '310106200009010356'] as const;

eachEngine((database) => {
  describe('a drop whose persons were found before a merge or an erasure', () => {
    let personal: OpenSubgraph<PersonalDB>;
    let folder: string;
    /** What numbers led to when the drop was read. */
    const before = new Map<string, string>();
    const idOf = async (number: string) =>
      (await createIdentityResolver(personal.store, keys).resolve([number]))[0] ?? '';
    const drop = async (source: string, rows: readonly Readonly<Record<string, string>>[]) => {
      const header = Object.keys(personal.ingest.findDeclaration(source)?.columns ?? {});
      const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
      const file = join(folder, 'drop.csv');
      await writeFile(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
      return personal.ingest.ingestFile(source, file, { manifest: { kind: 'delta' } });
    };

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'onefile-late-'));
      const { departments } = loadCatalogue();
      personal = await openSubgraph(definePersonal({ keys, departments }), database().store<PersonalDB>('personal'), {
        identities: (store) => ({
          resolve: async (numbers) => {
            const now = await createIdentityResolver(store, keys).resolve(numbers);
            return numbers.map((number, index) => before.get(number) ?? now[index] ?? null);
          },
        }),
      });
      const people = [ONE, OTHER, GONE].map((number) => ({
        公民身份号码: number,
        姓名: '马三',
        性别: '男',
        出生日期: '2000-09-01',
      }));
      expect(await drop('personal.citizens', people)).toMatchObject({ accepted: 3 });
      for (const number of [ONE, GONE]) before.set(number, await idOf(number));
      const given = before.get(ONE) ?? '';
      before.delete(ONE);
      await drop('personal.number-corrections', [
        { 原公民身份号码: ONE, 现公民身份号码: OTHER, 更正日期: '2026-11-01' },
      ]);
      before.set(ONE, given);
      await personal.subgraph.erase(before.get(GONE) ?? '');
    }, 120_000);
    afterAll(async () => {
      await personal.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('writes under the id that lives on, and sets aside what is of nobody any more', async () => {
      const rows = [ONE, GONE].map((number) => ({
        公民身份号码: number,
        居住地址: '某路1号',
        居住区: '310106',
        入住日期: '2026-10-01',
      }));
      expect(await drop('personal.residences', rows)).toMatchObject({
        accepted: 1,
        quarantined: 1,
        reasons: { UNKNOWN_PERSON: 1 },
      });
      const survivor = await idOf(OTHER);
      expect(await personal.as(asCitizen(survivor), '{ me { residences { since } } }')).toEqual({
        data: { me: { residences: [{ since: '2026-10-01' }] } },
      });
      const [entry] = await personal.subgraph.directory.findMany([before.get(GONE) ?? '']);
      expect(entry).toMatchObject({ alive: false, districts: [] });
    });
  });
});
