import type { LivedBlock } from '../live-block.ts';
import type { Licence } from '../lives/licence.ts';
import { propertyCertificates } from '../lives/property.ts';
import type { Write } from '../writing/drop.ts';
import { endorsements, licenceDrops, statusChanges } from './licences.ts';

/** Writes the drops of licences for a block. */
export const writeLicences = ({ block, recordsOf, permitsOf }: LivedBlock, write: Write): void => {
  for (const { licences } of recordsOf.values()) for (const licence of licences) writeLicence(licence, write);
  for (const licence of propertyCertificates(block)) writeLicence(licence, write);
  for (const licences of permitsOf.values()) for (const licence of licences) writeLicence(licence, write);
};

const writeLicence = (licence: Licence, write: Write): void => {
  const drop = licenceDrops.get(licence.kind);
  if (drop === undefined) throw new Error(`No drop carries licences of the kind ${licence.kind}.`);
  write(drop, licence);
  for (const it of licence.endorsements) write(endorsements, { licence, it });
  for (const it of licence.changes) write(statusChanges, { licence, it });
};
