import { ageOn, dayOf, yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from './block.ts';
import { isAliveOn, type Premise } from './model.ts';
import { priceLevel } from './rates.ts';

/** Days after which somebody from elsewhere may let a second home. */
const SETTLED = 2_000;

/** A home to let, which belongs to somebody of the block in one of three cases. */
export const rent = (block: Block, random: Random, day: Day, use = '住宅'): Premise => {
  const home = block.homes.find(use);
  const bought = day - random.between(100, 2_500);
  if (use !== '住宅' || !random.chance(0.33) || bought < dayOf(1998, 7, 1)) return home;
  const landlord = random.pick(block.people);
  if (!isAliveOn(landlord, day) || landlord.here + SETTLED > bought || ageOn(landlord.born, bought) < 28) return home;
  block.homes.convey(home, [landlord], bought, priceOf(home, bought));
  return home;
};

/** What a home cost on a day, in yuan. */
export const priceOf = ({ area, district }: Premise, day: Day): number =>
  Math.round((area * district.price * priceLevel(yearOf(day))) / 1_000) * 1_000;
