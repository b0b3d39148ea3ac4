import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { dayOf } from '../days.ts';
import { toUscc } from '../numbers/uscc.ts';
import type { Employer } from '../world/model.ts';
import { districts } from '../world/places.ts';

export interface LargeEmployer extends Employer {
  readonly jobs: readonly string[];
}

/** Serials of the large employers' codes begin here, far from those of enterprises. */
const FIRST_SERIAL = 700_000_000;

const declared = z
  .array(
    z.strictObject({
      name: z.string(),
      class: z.enum(['91', '12']),
      district: z.string(),
      since: z.number(),
      until: z.number().optional(),
      jobs: z.array(z.string()),
    }),
  )
  .parse(parse(readFileSync(new URL('../data/employers.yaml', import.meta.url), 'utf8')));

export const largeEmployers: readonly LargeEmployer[] = declared.map((each, at) => {
  const district = districts.find(({ code }) => code === each.district);
  if (district === undefined) throw new Error(`There is no district ${each.district}.`);
  return {
    name: each.name,
    uscc: toUscc(each.class, each.district, FIRST_SERIAL + at),
    district,
    since: dayOf(each.since, 1, 1),
    until: each.until === undefined ? null : dayOf(each.until, 6, 30),
    jobs: each.jobs,
  };
});
