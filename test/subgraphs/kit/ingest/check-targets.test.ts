import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTargets } from '../../../../subgraphs/kit/ingest/check-targets.ts';
import { loadDeclarations } from '../../../../subgraphs/kit/ingest/load-declaration.ts';
import { eachEngine } from '../../../support/stores.ts';
import { createShops, SHOPS, type TestRegistry } from './registry.ts';

eachEngine((database) => {
  describe('what a source names of its registry’s tables', () => {
    let folder: string;
    let registry: TestRegistry;
    beforeAll(async () => {
      registry = await createShops(database());
      folder = await mkdtemp(join(tmpdir(), 'onefile-sources-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    const check = async (declaration: string) => {
      await writeFile(join(folder, 'shops.yaml'), declaration);
      await checkTargets(registry.store, folder, loadDeclarations(folder));
    };
    const lineOf = (text: string): number => SHOPS.split('\n').findIndex((line) => line.includes(text)) + 1;

    it('is taken when all of it is there', () => check(SHOPS));

    it.each([
      ['field: name, type', 'field: nmae, type', 'a column of $s.shop, got nmae; the nearest is name'],
      ['amount: amount,', 'amount: amuont,', 'a column of $s.shop, got amuont; the nearest is amount'],
      [
        'field: keeper.citizen_id, type',
        'field: keeper.citizenid, type',
        'a column of $s.keeper, got citizenid; the nearest is citizen_id',
      ],
      ['{ set: { closed_on:', '{ set: { close_on:', 'a column of $s.shop, got close_on; the nearest is closed_on'],
    ])('is refused when it is misspelt: %s → %s', async (right, wrong, expected) => {
      const { schema } = registry.store;
      const wronged =
        right === 'field: keeper.citizen_id, type'
          ? SHOPS.replace(right, wrong).replace('key: [uscc, citizen_id]', 'key: [uscc]')
          : SHOPS.replace(right, wrong);
      await expect(check(wronged)).rejects.toThrow(`${join(folder, 'shops.yaml')}:${lineOf(right)}:`);
      await expect(check(wronged)).rejects.toThrow(`expected ${expected.replace('$s', schema)}`);
    });

    it('is refused when a table is', () =>
      expect(check(SHOPS.replaceAll('keeper', 'keper'))).rejects.toThrow(
        new RegExp(
          `:${lineOf('table: keeper')}:\\d+: tables\\.1\\.key: expected a table of ${registry.store.schema}, got keper; the nearest is keeper`,
        ),
      ));
  });
});
