import { join } from 'node:path';
import { countBlocks, createCity, type CityPlan } from './city.ts';
import { liveBlock } from './live-block.ts';
import { writeBlock } from './write-block.ts';
import { loadSources } from './writing/declarations.ts';
import { createSink } from './writing/sink.ts';
import { createSpoil } from './writing/spoil.ts';

export interface CityOrder extends CityPlan {
  folder: string;
  gzip: boolean;
  /** Share of rows to spoil. */
  messy: number;
}

export interface CityReport {
  rows: number;
  bySource: ReadonlyMap<string, number>;
  seconds: number;
  /** Seconds of processor time: what a core to itself would have taken. */
  processor: number;
}

/** Name of the list of spoiled rows; no registry takes it for a drop. */
export const SPOILED = 'spoiled.csv';

/** Writes the drops of a city to a folder, one block of people after the other. */
export const writeCity = (order: CityOrder, onBlock: (share: number) => void = () => undefined): CityReport => {
  const began = performance.now();
  const before = process.cpuUsage();
  const { folder, gzip, messy, seed, months } = order;
  const spoil = (): ReturnType<typeof createSpoil> =>
    createSpoil({ file: join(folder, SPOILED), share: messy, seed, sources: loadSources() });
  const city = createCity(order);
  const blocks = countBlocks(order);
  const sink = createSink({ folder, gzip, spoil: messy > 0 ? spoil : null });
  for (let number = 0; number < blocks; number += 1) {
    const lived = liveBlock(city, number);
    writeBlock(lived, months, sink.write);
    onBlock((number + 1) / blocks);
  }
  sink.close();
  const rows = [...sink.rows.values()].reduce((sum, each) => sum + each, 0);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1_000;
  return { rows, bySource: sink.rows, seconds, processor: (user + system) / 1_000_000 };
};
