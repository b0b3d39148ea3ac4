import type { LivedBlock } from '../city.ts';
import { issuePermits } from '../enterprises/permits.ts';
import type { Licence } from '../lives/licence.ts';
import { propertyCertificates } from '../lives/property.ts';
import type { Write } from '../writing/drop.ts';
import { endorsements, licenceDrops, statusChanges } from './licences.ts';

/** Writes the drops of licences for a block. */
export const writeLicences = ({ block, enterprises, licencesOf }: LivedBlock, write: Write): void => {
  const random = block.random('licences');
  for (const person of block.people) for (const licence of licencesOf.get(person) ?? []) writeLicence(licence, write);
  for (const licence of propertyCertificates(block)) writeLicence(licence, write);
  for (const { enterprise, history } of enterprises)
    for (const licence of issuePermits(enterprise, history, random, block.today)) writeLicence(licence, write);
};

const writeLicence = (licence: Licence, write: Write): void => {
  const drop = licenceDrops.get(licence.kind);
  if (drop === undefined) throw new Error(`No drop carries licences of the kind ${licence.kind}.`);
  write(drop, licence);
  for (const it of licence.endorsements) write(endorsements, { licence, it });
  for (const it of licence.changes) write(statusChanges, { licence, it });
};
