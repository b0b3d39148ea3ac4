import type { City } from './city.ts';
import { firstDayOf, monthIndexOf } from './days.ts';
import { recordHistory } from './enterprises/history.ts';
import type { LivedEnterprise } from './enterprises/lived-enterprise.ts';
import { issuePermits } from './enterprises/permits.ts';
import { foundVentures } from './enterprises/venture.ts';
import { disable } from './lives/disability.ts';
import type { Licence } from './lives/licence.ts';
import { keepRecords, type Records } from './lives/records.ts';
import { school } from './lives/schooling.ts';
import { employ } from './lives/work.ts';
import { createRandom } from './random.ts';
import { BLOCK_SIZE, createBlock, type Block } from './world/block.ts';
import type { Person } from './world/model.ts';
import { populate } from './world/populate.ts';

/** Streams of the histories of enterprises. */
const HISTORIES = 102;

/** A block with all that its people have been through until today. */
export interface LivedBlock {
  block: Block;
  enterprises: readonly LivedEnterprise[];
  /** What is recorded of each person beside the life itself. */
  recordsOf: ReadonlyMap<Person, Records>;
  permitsOf: ReadonlyMap<LivedEnterprise, readonly Licence[]>;
}

export const liveBlock = (city: City, number: number): LivedBlock => {
  const { citizens, seed, today, months } = city.plan;
  const block = createBlock(seed, number, Math.min(BLOCK_SIZE, citizens - number * BLOCK_SIZE), today);
  populate(block);
  school(block);
  const ventures = foundVentures(city, block);
  employ(city, block, ventures);
  disable(block);
  const enterprises = city.enterprisesOf(number).map((enterprise): LivedEnterprise => ({
    enterprise,
    history: recordHistory(enterprise, createRandom(seed, HISTORIES, enterprise.serial), today),
    venture: ventures.find((each) => each.enterprise === enterprise) ?? null,
  }));
  const recordsOf = keepRecords(block, firstDayOf(monthIndexOf(today) - months));
  const permits = block.random('licences');
  const permitsOf = new Map(
    enterprises.map((each) => [each, issuePermits(each.enterprise, each.history, permits, today)]),
  );
  return { block, enterprises, recordsOf, permitsOf };
};
