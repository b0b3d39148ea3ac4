import { addMonths, yearOf, type Day } from '../days.ts';
import { SHANGHAI } from '../numbers/id-number.ts';
import type { Random } from '../random.ts';
import { bear } from './birth.ts';
import { roomIn, type Block } from './block.ts';
import { homeOf } from './homes.ts';
import { isAliveOn, isRegisteredHere, type Marriage, type Person } from './model.ts';
import { bearing } from './rates.ts';
import { registerOf } from './registers.ts';
import type { Year } from './year.ts';

/** Months between the births of a mother, and from the wedding to the first. */
const BETWEEN = 20;
const AFTER_WEDDING = 9;

/** The births of a year, all to married couples; a childless one may adopt. */
export const bearInYear = (block: Block, { random, year, on }: Year): void => {
  for (const marriage of block.marriages) {
    const { husband, wife } = marriage;
    const age = year - yearOf(wife.born);
    if (marriage.until !== null || age > 45) continue;
    const had = wife.children.length;
    const isLocal = wife.province === SHANGHAI || husband.province === SHANGHAI;
    const isBorn = random.chance(bearing(age, year, had, isLocal));
    const isAdopted = !isBorn && had === 0 && husband.children.length === 0 && age > 33 && random.chance(0.006);
    if (isBorn || isAdopted) on((day) => receive(block, random, marriage, day, isAdopted));
  }
};

const receive = (
  block: Block,
  random: Random,
  { husband, wife, until, since }: Marriage,
  day: Day,
  isAdopted: boolean,
): void => {
  if (until !== null || roomIn(block) < 1 || wife.here > day || husband.here > day) return;
  // Until the day falls into the class of the child's number it may move by two months.
  if (addMonths(since, AFTER_WEDDING + 2) > day) return;
  const last = Math.max(...wife.children.map(({ born, adopted }) => adopted ?? born), -100_000);
  if (addMonths(last, BETWEEN + 2) > day) return;
  join(block, random, { husband, wife }, day, isAdopted ? day : null);
};

/** The child comes into the mother's home, and onto the register of whichever parent stands on one of the city. */
const join = (
  block: Block,
  random: Random,
  { husband, wife }: { husband: Person; wife: Person },
  day: Day,
  adopted: Day | null,
): void => {
  const parents = { mother: wife, father: husband };
  const own = [husband, wife].filter((each) => isRegisteredHere(each, day));
  const main = own.find((each) => registerOf(each)?.isCollective === false) ?? own[0] ?? husband;
  const isLocal = own.length > 0;
  const birth = adopted === null ? day : day - random.between(200, 1_400);
  const province = isLocal ? SHANGHAI : husband.province;
  const child = bear(block, random, {
    day: birth,
    province,
    parents,
    adopted,
    ...(adopted === null ? {} : { here: day }),
  });
  const from = adopted ?? Math.min(child.born + random.between(10, 35), Math.max(child.born, block.today));
  const home = homeOf(wife) ?? homeOf(husband);
  if (home !== null) block.homes.move(child, home, isLocal ? 'HOUSEHOLD' : 'RESIDENCE_PERMIT', adopted ?? child.born);
  const register = registerOf(main);
  if (register === null || !isAliveOn(main, from)) return;
  if (isLocal && register.isCollective && home !== null) block.registers.joinCollective(child, home, from);
  else block.registers.join(child, register, from);
};
