import type { MaritalStatus } from '../schema.generated.ts';
import type { MarriageRow } from '../rows.ts';

type Marriage = Pick<MarriageRow, 'spouse' | 'since' | 'until' | 'endedBy'>;

/**
 * Marital status on a day (GB/T 2261.2) by the marriages on file, the latest first; an annulled one never was
 * (Civil Code 1054). Without any the word of the population register stands.
 */
export const maritalStatusOn = (
  day: string,
  marriages: readonly Marriage[],
  recorded: MaritalStatus | null,
): MaritalStatus | null => {
  const [last, ...earlier] = marriages.filter(({ since, endedBy }) => since <= day && endedBy !== 'ANNULMENT');
  if (last === undefined) return recorded;
  if (last.until !== null && last.until <= day) return last.endedBy === 'DEATH' ? 'WIDOWED' : 'DIVORCED';
  if (earlier.length === 0) return 'MARRIED';
  return earlier.some(({ spouse }) => spouse.id === last.spouse.id) ? 'REUNITED' : 'REMARRIED';
};
