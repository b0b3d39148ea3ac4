import { addYears, ageOn, dayOf, type Day } from '../days.ts';
import type { Random } from '../random.ts';
import { afterArrival, type Holder } from './holder.ts';
import { issue, renewals, type Endorsement, type Licence } from './licence.ts';

const OFFICE = '上海市公安局出入境管理局';

/** Passports and travel permits: five years under 16, else ten (护照法 article 7). */
export const travel = (holder: Holder): Licence[] => {
  const { person, random } = holder;
  const means = 0.25 + person.talent * 0.6;
  const made: Licence[] = [];
  if (random.chance(means * 0.75)) made.push(...passports(holder));
  if (random.chance(means * 0.8)) made.push(...permits(holder, '往来港澳通行证', 'GA', 'C', dayOf(2014, 5, 20)));
  if (random.chance(means * 0.12))
    made.push(...permits(holder, '大陆居民往来台湾通行证', 'TW', 'L', dayOf(2016, 1, 4), dayOf(2019, 7, 31)));
  return made;
};

const yearsAt = (holder: Holder, day: Day): number => (ageOn(holder.person.born, day) < 16 ? 5 : 10);

const firstDay = (holder: Holder, from: Day): Day => {
  const { person, random } = holder;
  const wanted = random.chance(0.3)
    ? person.born + random.between(300, 6_000)
    : addYears(person.born, 18) + random.between(0, 9_000);
  return afterArrival(holder, Math.max(wanted, from + random.between(0, 3_200)));
};

const numberOf = (letter: string, serial: number, index: number): string =>
  `${letter}${String((serial * 4 + (index % 4)) % 100_000_000).padStart(8, '0')}`;

const passports = (holder: Holder): Licence[] => {
  const { person, random, end, record } = holder;
  const first = firstDay(holder, dayOf(2012, 5, 15));
  return renewals(random, { first, end, renewing: 0.75, early: 200, late: 400 }, (day, index) =>
    issue({
      kind: '普通护照',
      record: record('HZ', index),
      number: numberOf('E', person.serial, index),
      holder: person.number,
      office: OFFICE,
      issued: day,
      years: yearsAt(holder, day),
    }),
  );
};

const permits = (
  holder: Holder,
  kind: string,
  prefix: string,
  letter: string,
  from: Day,
  last = holder.end,
): Licence[] => {
  const { person, random, record } = holder;
  const end = Math.min(holder.end, last);
  const made = renewals(
    random,
    { first: firstDay(holder, from), end, renewing: 0.6, early: 150, late: 500 },
    (day, index) =>
      issue({
        kind,
        record: record(prefix, index),
        number: numberOf(letter, person.serial, index),
        holder: person.number,
        office: OFFICE,
        issued: day,
        years: yearsAt(holder, day),
      }),
  );
  for (const licence of made) endorse(random, licence, end);
  return made;
};

/** An endorsement comes with the permit, and now and then a new one. */
const endorse = (random: Random, { kind, issued, until, endorsements }: Licence, end: Day): void => {
  const destinations: readonly Endorsement['destination'][] = kind === '往来港澳通行证' ? ['香港', '澳门'] : ['台湾'];
  const last = Math.min(until ?? end, end);
  for (let day = issued; day <= last; day += random.between(400, 1_500)) {
    const isBusiness = kind === '往来港澳通行证' && random.chance(0.06);
    for (const destination of destinations) {
      if (destination === '澳门' && random.chance(0.5)) continue;
      const entries = isBusiness ? null : random.between(1, 2);
      const ends = Math.min(addYears(day, 1) - 1, until ?? addYears(day, 1));
      const left = entries === null ? null : ends < end || random.chance(0.5) ? random.below(entries + 1) : entries;
      endorsements.push({ destination, kind: isBusiness ? 'S' : 'G', since: day, until: ends, entries, left });
    }
  }
};
