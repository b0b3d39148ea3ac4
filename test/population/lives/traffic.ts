import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Day } from '../days.ts';
import { createWeighted, type Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import type { Person } from '../world/model.ts';
import { roads } from '../world/places.ts';
import type { Licence } from './licence.ts';

const offence = z.strictObject({
  code: z.string(),
  text: z.string(),
  fine: z.number(),
  points: z.number(),
  weight: z.number(),
});
type Offence = z.infer<typeof offence>;
const offences = z
  .array(offence)
  .parse(parse(readFileSync(new URL('../data/violations.yaml', import.meta.url), 'utf8')));
const pickOffence = createWeighted<Offence>(offences.map((each) => [each, each.weight]));

export interface Violation {
  id: string;
  offence: Offence;
  day: Day;
  minute: number;
  place: string;
  plate: string;
  state: '未处理' | '已处理未缴款' | '已缴款';
  served: Day | null;
  paid: Day | null;
}

export const firstLicensed = (licences: readonly Licence[]): Day | null =>
  licences.find(({ kind }) => kind === '机动车驾驶证')?.issued ?? null;

/** Who has a car breaks a rule now and then, careless people oftener; most decide and pay within weeks. */
export const violate = (
  block: Block,
  random: Random,
  person: Person,
  licences: readonly Licence[],
  from: Day,
): Violation[] => {
  const licensed = firstLicensed(licences);
  const cars = licences.filter(({ kind }) => kind === '机动车行驶证');
  if (licensed === null || cars.length === 0) return [];
  const care = random.next();
  const end = Math.min(block.today, (person.died ?? block.today + 1) - 1);
  const made: Violation[] = [];
  const pause = (): number => Math.floor(-Math.log(1 - random.next()) * (care < 0.25 ? 220 : 900)) + 1;
  for (let day = Math.max(from, cars[0]?.issued ?? from) + pause(); day <= end; day += pause()) {
    const car = cars.findLast(({ issued }) => issued <= day);
    if (car === undefined) continue;
    const served = day + random.between(3, 50);
    const paid = served + random.between(0, 14);
    const isServed = served <= end && random.chance(0.93);
    const isPaid = isServed && paid <= end && random.chance(0.96);
    made.push({
      id: `SH31${String(person.serial).padStart(9, '0')}${String(made.length).padStart(3, '0')}`,
      offence: pickOffence(random),
      day,
      minute: random.between(360, 1_380),
      place: `${block.district.name}${random.pick(roads)}（示例）`,
      plate: car.number,
      state: isPaid ? '已缴款' : isServed ? '已处理未缴款' : '未处理',
      served: isServed ? served : null,
      paid: isPaid ? paid : null,
    });
  }
  return made;
};
