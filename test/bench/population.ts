import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDay } from '../population/days.ts';
import { writeCity } from '../population/write-city.ts';
import { median, round, type Bench, type Measure } from './measure.ts';

const CITIZENS = 20_000;
const ROUNDS = 3;
/** The baseline writes in pieces of this size, as the drops are written. */
const PIECE = 1 << 18;

/** Seconds of processor time that it took to write these bytes, which lie in memory. */
const writeAgain = (from: string, to: string): number => {
  const files = readdirSync(from).map((name) => ({ name, bytes: readFileSync(join(from, name)) }));
  const before = process.cpuUsage();
  for (const { name, bytes } of files) {
    const file = openSync(join(to, name), 'w');
    for (let at = 0; at < bytes.length; at += PIECE) writeSync(file, bytes.subarray(at, at + PIECE));
    closeSync(file);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
};

const run = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-bench-'));
  const rates: number[] = [];
  const bare: number[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const [city, copy] = [join(folder, `city-${at}`), join(folder, `copy-${at}`)];
    await mkdir(copy);
    const order = { citizens: CITIZENS, enterprises: CITIZENS / 14, seed: at, months: 24, messy: 0, gzip: false };
    const { rows, processor } = writeCity({
      ...order,
      enterprises: Math.ceil(order.enterprises),
      today: parseDay('2026-11-22'),
      folder: city,
    });
    rates.push(rows / processor);
    bare.push(rows / writeAgain(city, copy));
    await rm(city, { recursive: true });
    await rm(copy, { recursive: true });
  }
  await rm(folder, { recursive: true });
  const rate = median(rates);
  const other = median(bare);
  return [
    {
      name: 'population_over_writes',
      value: round(rate),
      unit: 'rows/s',
      baseline: `the same bytes by a loop of writes, ${round(other)} rows/s`,
      ratio: round(rate / other),
    },
  ];
};

export const population: Bench = {
  name: 'population',
  description: `The drops of a city of ${CITIZENS} written, rows per second of processor time, against the same bytes written from memory`,
  run,
};
