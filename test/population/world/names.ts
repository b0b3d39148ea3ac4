import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { yearOf, type Day } from '../days.ts';
import { createWeighted, type Random } from '../random.ts';

const shares = z.record(z.string(), z.number());
const names = z
  .strictObject({
    surnames: shares,
    given: z.array(z.strictObject({ until: z.number(), male: z.array(z.string()), female: z.array(z.string()) })),
    ethnicities: shares,
  })
  .parse(parse(readFileSync(new URL('../data/names.yaml', import.meta.url), 'utf8')));

export const pickSurname = createWeighted(Object.entries(names.surnames));
export const pickEthnicity = createWeighted(Object.entries(names.ethnicities));

/** A name as people gave it in the year of the birth. */
export const pickGiven = (random: Random, isMale: boolean, born: Day): string => {
  const year = yearOf(born);
  const period = names.given.find(({ until }) => year <= until);
  if (period === undefined) throw new Error(`There are no given names for ${year}.`);
  return random.pick(isMale ? period.male : period.female);
};
