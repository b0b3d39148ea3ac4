import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { createWeighted, type Random } from '../random.ts';
import type { District } from './model.ts';

const places = z
  .strictObject({
    districts: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        short: z.string(),
        weight: z.number(),
        longitude: z.number(),
        latitude: z.number(),
        price: z.number(),
      }),
    ),
    roads: z.array(z.string()),
    provinces: z.record(
      z.string(),
      z.strictObject({ weight: z.number(), code: z.string(), district: z.string(), place: z.string() }),
    ),
  })
  .parse(parse(readFileSync(new URL('../data/places.yaml', import.meta.url), 'utf8')));

export const districts: readonly District[] = places.districts;
export const pickDistrict = createWeighted<District>(places.districts.map((each) => [each, each.weight]));
export const roads: readonly string[] = places.roads;

/** First two digits of the province that somebody comes from. */
export const pickProvince = createWeighted(
  Object.entries(places.provinces).map(([digits, { weight }]) => [digits, weight]),
);

/** The place elsewhere that the first two digits of an ID number stand for. */
export const provinceOf = (digits: string): { code: string; district: string; place: string } => {
  const found = places.provinces[digits];
  if (found === undefined) throw new Error(`There is no province ${digits} among the places.`);
  return found;
};

/** A point near the centre of a district, in degrees with four decimals. */
export const pickPoint = (
  random: Random,
  { longitude, latitude }: District,
): { longitude: number; latitude: number } => ({
  longitude: Math.round(random.around(longitude, 0.05) * 10_000) / 10_000,
  latitude: Math.round(random.around(latitude, 0.04) * 10_000) / 10_000,
});
