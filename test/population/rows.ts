import { countBlocks, createCity, type City, type CityPlan } from './city.ts';
import { liveBlock } from './live-block.ts';
import { writeBlock } from './write-block.ts';
import type { Write } from './writing/drop.ts';

/** A row of a drop, by header. */
export interface Row {
  readonly source: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of one block, as they would be written. */
export const rowsOfBlock = (city: City, number: number): Row[] => {
  const rows: Row[] = [];
  const write: Write = ({ source, headers, cells }, record) => {
    rows.push({
      source,
      cells: Object.fromEntries(cells.map((cell, at) => [headers[at] ?? '', String(cell(record))])),
    });
  };
  writeBlock(liveBlock(city, number), city.plan.months, write);
  return rows;
};

/** The rows of a whole city, by source; for a small one. */
export const rowsOfCity = (plan: CityPlan): ReadonlyMap<string, readonly Row['cells'][]> => {
  const city = createCity(plan);
  const bySource = new Map<string, Row['cells'][]>();
  for (let number = 0; number < countBlocks(plan); number += 1)
    for (const { source, cells } of rowsOfBlock(city, number)) {
      const rows = bySource.get(source);
      if (rows === undefined) bySource.set(source, [cells]);
      else rows.push(cells);
    }
  return bySource;
};
