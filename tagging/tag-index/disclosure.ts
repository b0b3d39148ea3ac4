import { createHmac } from 'node:crypto';
import { countSubjects, type SubjectSet } from './subject-set.ts';
import type { TagIndex } from './tag-index.ts';

/** A figure below it would speak of persons. */
const SUPPRESSED_BELOW = 10;
const ROUNDED_TO = 5;
/** Noise is the sum of two of these dice, less its mean: −6 to 6, variance 8. */
const FACES = 7;

/**
 * Figures that tell of nobody: none below 10, each perturbed by a key of its cell and rounded to 5. The key is the sum of keys
 * of the records in the cell (Fraser and Wooton 2005), so that the same people always give the same figure, asked however
 * often and in whatever words, and two cells that differ by one person differ by noise.
 */
export interface Disclosure {
  /** Null: it is not told. */
  count(index: TagIndex, set: SubjectSet): number | null;
}

/** `secret`: the same for all processes, and known to nobody else. */
export const createDisclosure = (secret: string): Disclosure => {
  const keyOf = (id: string): number => createHmac('sha256', secret).update(id).digest().readInt32LE();
  return {
    count: (index, set) => {
      const count = countSubjects(set);
      if (count < SUPPRESSED_BELOW) return null;
      const key = createHmac('sha256', secret)
        .update(`cell ${String(index.sumOf(set, keyOf))}`)
        .digest();
      const noise = (key.readUInt32LE(0) % FACES) + (key.readUInt32LE(4) % FACES) - (FACES - 1);
      return Math.max(SUPPRESSED_BELOW, Math.round((count + noise) / ROUNDED_TO) * ROUNDED_TO);
    },
  };
};
