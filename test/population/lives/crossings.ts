import type { Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Licence } from './licence.ts';
import type { Person } from '../world/model.ts';

export interface Crossing {
  id: string;
  day: Day;
  minute: number;
  port: string;
  direction: '出境' | '入境';
  document: '普通护照' | '往来港澳通行证' | '往来台湾通行证';
  number: string;
}

const PORTS = ['浦东国际机场', '浦东国际机场', '虹桥国际机场', '吴淞口国际邮轮港'];
const DOCUMENTS: Readonly<Record<string, Crossing['document']>> = {
  普通护照: '普通护照',
  往来港澳通行证: '往来港澳通行证',
  大陆居民往来台湾通行证: '往来台湾通行证',
};

/** Journeys on documents that were valid on both days: with a passport when one likes, with a permit while an endorsement holds. */
export const cross = (
  random: Random,
  person: Person,
  licences: readonly Licence[],
  from: Day,
  today: Day,
): Crossing[] => {
  const made: Crossing[] = [];
  const end = Math.min(today, (person.died ?? today + 1) - 1);
  const travel = (licence: Licence, day: Day, last: Day): void => {
    const document = DOCUMENTS[licence.kind];
    const back = day + random.between(2, 14);
    if (document === undefined || day < from || back > Math.min(end, last)) return;
    const port = random.pick(PORTS);
    const trip = `CJ${String(person.serial).padStart(9, '0')}${String(made.length).padStart(3, '0')}`;
    const common = { port, document, number: licence.number };
    made.push({ ...common, id: `${trip}1`, day, minute: random.between(360, 1_300), direction: '出境' });
    made.push({ ...common, id: `${trip}2`, day: back, minute: random.between(360, 1_300), direction: '入境' });
  };
  for (const licence of licences) {
    if (!(licence.kind in DOCUMENTS)) continue;
    const last = Math.min(licence.until ?? end, licence.changes[0]?.day ?? end);
    for (const { since, until } of licence.endorsements)
      if (random.chance(0.6)) travel(licence, since + random.between(5, 200), Math.min(until, last));
    if (licence.kind === '普通护照')
      for (let day = licence.issued + random.between(20, 500); day <= last; day += random.between(250, 1_400))
        travel(licence, day, last);
  }
  return made;
};
