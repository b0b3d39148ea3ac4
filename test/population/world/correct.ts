import { addYears } from '../days.ts';
import { toNumberBefore } from '../numbers/id-number.ts';
import type { Block } from './block.ts';
import { isAliveOn } from './model.ts';
import { pickGiven } from './names.ts';

/** A few people have had their number corrected, more have changed their name. */
export const correctSome = (block: Block): void => {
  const random = block.random('records');
  for (const person of block.people) {
    const { slot, born, isMale } = person;
    const grown = addYears(born, 16);
    const day = Math.max(grown, person.here) + random.between(30, 6_000);
    const isPossible = day <= block.today && isAliveOn(person, day);
    if (isPossible && random.chance(0.002))
      person.formerNumber = { number: toNumberBefore(slot, born, isMale), until: day };
    const name = person.surname + pickGiven(random, isMale, born);
    if (isPossible && random.chance(0.01) && name !== person.surname + person.given)
      person.formerName = { name, until: day };
  }
};
