import { dayOf, yearOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import { arrive } from './arrive.ts';
import { bearInYear } from './bear.ts';
import type { Block } from './block.ts';
import { dieInYear, endGuardianships } from './die.ts';
import { foundFamily } from './found.ts';
import { correctSome } from './correct.ts';
import { marryInYear } from './marry.ts';
import { moveInYear } from './move.ts';
import { divorceInYear } from './part.ts';
import { createYear } from './year.ts';

const FIRST_YEAR = 1952;
/** Of so many people one couple is a founding one. */
const PEOPLE_OF_FAMILY = 8;
/** Share of those who arrive from elsewhere on a day of their own. */
const ARRIVING = 0.3;
const FIRST_ARRIVALS = 1986;

/** Lets the people of a block be born, marry, move, part and die, year by year until today. */
export const populate = (block: Block): void => {
  const random = block.random('families');
  const last = yearOf(block.today);
  if (block.size > 5)
    for (let at = 0; at < Math.round(block.size / PEOPLE_OF_FAMILY); at += 1) foundFamily(block, random);
  block.awaited = Math.min(block.size - block.people.length, Math.round(block.size * ARRIVING));
  const arrivals = pickArrivals(random, block.awaited, last);
  for (let year = FIRST_YEAR; year <= last; year += 1) {
    const passing = createYear(year, random);
    for (const { day, act } of block.plans) if (yearOf(day) === year) passing.on(act, day);
    for (const day of arrivals)
      if (yearOf(day) === year) passing.on(() => block.awaited > 0 && arrive(block, random, day), day);
    for (const happen of [dieInYear, marryInYear, bearInYear, moveInYear, divorceInYear]) happen(block, passing);
    passing.pass(block.today);
  }
  // Whoever is still missing arrived lately.
  block.awaited = block.size - block.people.length;
  while (block.awaited > 0) arrive(block, random, block.today - random.between(20, 1_500));
  endGuardianships(block);
  correctSome(block);
};

const pickArrivals = (random: Random, count: number, last: number): Day[] =>
  Array.from({ length: count }, () => {
    const year = FIRST_ARRIVALS + Math.floor(Math.sqrt(random.next()) * (last - FIRST_ARRIVALS + 1));
    return dayOf(year, random.between(1, 12), random.between(1, 28));
  }).sort((one, other) => one - other);
