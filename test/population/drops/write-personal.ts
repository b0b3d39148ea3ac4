import type { LivedBlock } from '../live-block.ts';
import type { Write } from '../writing/drop.ts';
import * as drops from './personal.ts';

/** Writes the drops of the register of persons for a block. */
export const writePersonal = ({ block }: LivedBlock, write: Write): void => {
  const { today, people } = block;
  for (const person of people) {
    write(drops.citizens, { person, today });
    if (person.formerNumber) write(drops.corrections, { person, it: person.formerNumber, today });
    if (person.formerName) write(drops.formerNames, { person, it: person.formerName, today });
    if (person.died !== null) write(drops.deaths, { person });
    if (person.disability) write(drops.disabilities, { person, it: person.disability, today });
    if (person.service) write(drops.service, { person, it: person.service, today });
    if (drops.hasAccount(person, today)) write(drops.contacts, { person });
    for (const it of person.jobs)
      if (it.until === null || drops.isOnRegister({ since: it.until })) write(drops.employment, { person, it, today });
    for (const it of person.studies)
      if (drops.isOnRegister(it) && it.since <= today) write(drops.enrolments, { person, it, today });
    for (const it of person.memberships) write(drops.households, { person, it, today });
    for (const it of person.stays) write(drops.residences, { person, it, today });
    for (const parent of [person.mother, person.father]) if (parent) write(drops.families, { child: person, parent });
  }
  for (const marriage of block.marriages) write(drops.marriages, marriage);
  for (const each of block.guardianships) write(drops.guardianships, each);
  for (const premise of block.premises) {
    write(drops.premises, premise);
    for (const ownership of premise.owners) write(drops.premiseOwners, { premise, ownership });
  }
};
