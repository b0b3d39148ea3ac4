import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inheritedEnvironment } from '../../support/config.ts';
import { parseDay } from '../../population/days.ts';
import { writeCity } from '../../population/write-city.ts';

const TODAY = '2026-11-22';
const CITIZENS_OF_ENTERPRISE = 14;
const SAMPLE_MS = 500;

export interface FilledCity {
  citizens: number;
  rows: number;
  seconds: number;
  /** The most that the loading process held, in MB. */
  peakMb: number;
  /** ID numbers of those who live. */
  living: readonly string[];
}

/** A drop's header and first columns; ID numbers stand first and hold no comma. */
const readKeys = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',', 1))
    .filter((key) => key !== '');

const load = async (folder: string, environment: Readonly<Record<string, string>>): Promise<number> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/commands/load.ts', folder], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    env: { ...inheritedEnvironment(), ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  let peakMb = 0;
  const sampler = setInterval(() => {
    void readFile(`/proc/${String(child.pid)}/status`, 'utf8').then(
      (status) => (peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)),
      () => undefined,
    );
  }, SAMPLE_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(sampler);
  const quarantined = [...said.matchAll(/quarantined (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  if (code !== 0 || quarantined > 0)
    throw new Error(`The load ended with ${String(code)}, ${quarantined} quarantined.`);
  return peakMb;
};

/** Writes the drops of a city of so many citizens, loads them by the command into the database, and deletes them. */
export const fillCity = async (
  citizens: number,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<FilledCity> => {
  const { rows } = writeCity({
    citizens,
    enterprises: Math.ceil(citizens / CITIZENS_OF_ENTERPRISE),
    seed: 1,
    months: 24,
    messy: 0,
    gzip: false,
    today: parseDay(TODAY),
    folder,
  });
  const dead = new Set(await readKeys(join(folder, 'personal.deaths.csv')));
  const living = (await readKeys(join(folder, 'personal.citizens.csv'))).filter((number) => !dead.has(number));
  const began = performance.now();
  const peakMb = await load(folder, environment);
  const seconds = (performance.now() - began) / 1_000;
  await rm(folder, { recursive: true });
  return { citizens, rows, seconds, peakMb, living };
};
