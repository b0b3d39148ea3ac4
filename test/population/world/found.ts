import { addYears, dayOf } from '../days.ts';
import type { Random } from '../random.ts';
import { bear } from './birth.ts';
import type { Block } from './block.ts';
import { homeOf } from './homes.ts';
import { isAliveOn } from './model.ts';
import { mayRegister, wed } from './wed.ts';

/** The couple that a family of the block begins with, in a home and a register of their own. */
export const foundFamily = (block: Block, random: Random): void => {
  const born = dayOf(random.between(1930, 1963), random.between(1, 12), random.between(1, 28));
  const husband = bear(block, random, { day: born, isMale: true });
  const wife = bear(block, random, { day: born + Math.floor(random.around(600, 1600)), isMale: false });
  let since = Math.max(addYears(husband.born, 22), addYears(wife.born, 20)) + random.between(20, 2_000);
  while (!mayRegister(block, since)) since += 200;
  wed(block, { husband, wife, since, district: block.district.code });
  const couple = [husband, wife];
  const home = block.homes.find();
  for (const each of couple) block.homes.move(each, home, 'HOUSEHOLD', since + 1);
  block.registers.open(home, random.chance(0.85) ? husband : wife, couple, since + 1);
  // Homes of work units were sold from 1994 on to those who lived in them.
  const day = Math.max(since + 90, dayOf(random.between(1994, 2003), random.between(1, 12), random.between(1, 28)));
  const together = random.chance(0.6);
  block.plans.push({
    day,
    act: () => {
      const buyers = couple.filter((each) => isAliveOn(each, day) && homeOf(each) === home);
      block.homes.convey(home, together ? buyers : buyers.slice(0, 1), day, Math.round(home.area * 900));
    },
  });
};
