import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readConfig } from '../../../../gateway/config.ts';
import type { BackupManifest } from '../../../../gateway/standalone/backup/manifest.ts';
import { restore, type Restored } from '../../../../gateway/standalone/backup/restore.ts';
import { until } from '../../../services/command.ts';
import { getBareDump } from '../../../support/stores.ts';
import { openTown, type Town } from '../../../support/town.ts';

const PATIENCE = 180_000;
const USCC = '91310104MA1FPAA18P';
const FILES = [
  ['personal', '{ me { name birthDate spouse { id } children { id } household { members { id } } } }'],
  ['enterprises', '{ me { enterprises { totalCount edges { node { role enterprise { name } } } } } }'],
] as const;
const GRANT = 'mutation ($input: MandateInput!) { grantMandate(input: $input) { id } }';

/** Where everything stands: a folder, and on servers a database and a Redis of its own. */
export type Place = Readonly<Record<'ONEFILE_DATA', string>> & Readonly<Record<string, string>>;

const fileOf = async (town: Town, slug: string) => {
  const viewer = await town.citizen(slug);
  return Promise.all(FILES.map(([registry, query]) => town.ask(registry, viewer, query)));
};

/** Whether a mandate given now is known to another registry, which hears of it by the feed alone. */
const isRelayed = async (town: Town): Promise<boolean> => {
  const [representative, handler] = [await town.citizen('zhou-ming'), await town.citizen('ma-xiaodong')];
  const end = `${new Date().getFullYear() + 2}-01-01`;
  const input = {
    uscc: USCC,
    handler: handler.subject,
    services: ['annual-report'],
    until: end,
    requestKey: randomUUID(),
  };
  const { errors } = await town.ask('enterprises', representative, GRANT, { input });
  expect(errors).toBeUndefined();
  await until('the mandate in another registry', async () => {
    const { data } = await town.ask('personal', { ...handler, actingFor: USCC }, '{ me { id } }');
    return data === null || data === undefined ? null : true;
  });
  return true;
};

/** Everything is backed up, lost, and restored elsewhere. */
export const drill = (makePlace: (folder: string) => Promise<Place>): void => {
  let folder: string;
  let from: Place;
  let into: Place;
  let before: Awaited<ReturnType<typeof fileOf>>;
  let manifest: BackupManifest;
  let restored: Restored;
  let town: Town;
  const running = new Set<Town>();
  const backup = () => join(folder, 'backup');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-drill-'));
    for (const name of ['from', 'into']) await mkdir(join(folder, name));
    from = await makePlace(join(folder, 'from'));
    const lost = await openTown(from, await getBareDump());
    running.add(lost);
    before = await fileOf(lost, 'zhou-ming');
    manifest = await lost.registries.backUp(backup());
    // What comes after the backup is lost with the rest.
    await isRelayed(lost);
    await lost.registries.stop();
    running.delete(lost);

    into = await makePlace(join(folder, 'into'));
    // The keys are kept apart from the backup.
    await copyFile(join(from.ONEFILE_DATA, 'identity-keys.json'), join(into.ONEFILE_DATA, 'identity-keys.json'));
    restored = await restore(backup(), readConfig(into));
    town = await openTown(into);
    running.add(town);
  }, PATIENCE);
  afterAll(async () => {
    for (const { registries } of running) await registries.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('stands as it stood, row for row', () => {
    expect(restored.differences).toEqual([]);
    expect(restored.rows).toBe(Object.values(manifest.rows).reduce((sum, count) => sum + count, 0));
    expect(manifest.rows['personal.citizen']).toBeGreaterThan(10);
  });

  it('answers as before, and the drops that were in are in', async () => {
    expect(await fileOf(town, 'zhou-ming')).toEqual(before);
    const report = await town.registries
      .find('personal')
      ?.ingest.ingestFile(
        'personal.citizens',
        join(import.meta.dirname, '../../../../subgraphs/personal/demo/citizens.csv'),
      );
    expect(report).toMatchObject({ accepted: 0, changed: 0, quarantined: 0 });
    expect((await town.registries.verifyAccessLog()).faults).toEqual([]);
  });

  it('tells the other registries what happens from now on', async () => {
    expect(await isRelayed(town)).toBe(true);
  });

  it('is restored once: what stands is never written over', async () => {
    await expect(restore(backup(), readConfig(into))).rejects.toThrow(/exists already|holds registries already/);
    await expect(town.registries.backUp(backup())).rejects.toThrow('is not empty');
  });
};
