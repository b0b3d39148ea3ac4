import type { Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Block } from '../world/block.ts';
import { isRegisteredHere, type Person } from '../world/model.ts';
import { provinceOf } from '../world/places.ts';

/** Somebody to whom documents are issued. */
export interface Holder {
  person: Person;
  block: Block;
  random: Random;
  /** The last day on which something can be issued. */
  end: Day;
  /** The record of the n-th licence of a kind. */
  record(prefix: string, index: number): string;
}

/** Who came to the city asks for a document there only after a while. */
export const afterArrival = ({ person, random }: Holder, day: Day): Day =>
  day > person.here ? day : person.here + random.between(30, 1_800);

export const districtOf = ({ person, block }: Pick<Holder, 'person' | 'block'>, day: Day): string =>
  (person.stays.findLast(({ since }) => since <= day)?.premise.district ?? block.district).short;

export const policeOf = (holder: Pick<Holder, 'person' | 'block'>, day: Day): string =>
  isRegisteredHere(holder.person, day)
    ? `上海市公安局${districtOf(holder, day)}分局`
    : `${/^.*?(?:省|自治区|市)/.exec(provinceOf(holder.person.province).place)?.[0] ?? ''}公安局（示例）`;
