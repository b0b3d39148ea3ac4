import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../../gateway/config.ts';
import { openRegistries } from '../../../gateway/standalone/registries.ts';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import { runCommand } from '../../services/command.ts';
import { getBareDump } from '../../support/stores.ts';

const DROP = join(import.meta.dirname, '../../../subgraphs/personal/demo/citizens.csv');
const PATIENCE = 120_000;

describe('npm run rotate-keys', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const rotate = (...args: string[]) => runCommand('gateway/commands/rotate-keys.ts', args, { ONEFILE_DATA: folder });
  const ringFile = () => join(folder, 'identity-keys.json');

  /** Takes the drop in with the keys that lie in the folder. */
  const ingest = async (): Promise<IngestReport> => {
    const config = readConfig({ ONEFILE_DATA: folder });
    const registries = await openRegistries({
      config,
      sealKeys: { keys: [] },
      log: pino({ level: 'silent' }),
      dump: await getBareDump(),
    });
    try {
      await registries.migrate();
      const report = await registries.find('personal')?.ingest.ingestFile('personal.citizens', DROP);
      if (report === undefined) throw new Error('There is no registry of persons.');
      return report;
    } finally {
      await registries.stop();
    }
  };

  it(
    'moves every number to the current key, says how many, and loses nobody',
    async () => {
      const { accepted, rows } = await ingest();
      expect(accepted).toBe(rows);
      const { keys } = JSON.parse(await readFile(ringFile(), 'utf8')) as { keys: Record<string, string> };
      const second = randomBytes(32).toString('base64');
      await writeFile(ringFile(), JSON.stringify({ current: 2, keys: { ...keys, '2': second } }));

      expect(await rotate()).toMatchObject({ code: 0, stdout: `${rows} numbers were moved to key 2.\n` });

      await writeFile(ringFile(), JSON.stringify({ current: 2, keys: { '2': second } }));
      expect(await ingest()).toMatchObject({ rows, accepted: 0, unchanged: rows, quarantined: 0 });
    },
    PATIENCE,
  );

  it(
    'takes no arguments, and touches nothing then',
    async () => {
      const { code, stderr } = await rotate('2');
      expect(code).toBe(2);
      expect(stderr).toContain('usage: rotate-keys');
    },
    PATIENCE,
  );
});
