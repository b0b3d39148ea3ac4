import type { LivedBlock } from './live-block.ts';
import { monthIndexOf } from './days.ts';
import { writeArchive } from './drops/write-archive.ts';
import { writeEnterprises } from './drops/write-enterprises.ts';
import { writeLicences } from './drops/write-licences.ts';
import { writePersonal } from './drops/write-personal.ts';
import { writeTransactions } from './drops/write-transactions.ts';
import type { Write } from './writing/drop.ts';

/** Writes all drops of a block; what is by the month reaches back `months`. */
export const writeBlock = (lived: LivedBlock, months: number, write: Write): void => {
  const first = monthIndexOf(lived.block.today) - months;
  writePersonal(lived, write);
  writeEnterprises(lived, write);
  writeLicences(lived, write);
  writeArchive(lived, first, write);
  writeTransactions(lived, first, write);
};
