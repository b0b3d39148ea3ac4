import { holdsOn } from '../../../schema/civil-day.ts';
import type { DirectoryEntry } from './directory.ts';

/** GB/T 2260 code of the city: staff with it work for every district. */
const WHOLE_CITY = '310000';

/** Whether staff of the district `own` work for `district`; those of the city do wherever something is. */
export const coversDistrict = (own: string | null, district: string | null): boolean =>
  own !== null && (own === WHOLE_CITY || own === district);

export const coversCity = (own: string | null): boolean => own === WHOLE_CITY;

/** The district of a subject on a day: of the first home in force, else of the one that ended last; null outside the city. */
export const districtOn = (entry: DirectoryEntry, day: string): string | null => {
  if (entry.kind === 'enterprise') return entry.district;
  const home =
    entry.districts.find(({ since, until }) => holdsOn(day, since, until)) ??
    entry.districts
      .filter(({ until }) => until !== null && until <= day)
      .toSorted((one, other) => (one.until ?? '').localeCompare(other.until ?? ''))
      .at(-1);
  return home?.district ?? null;
};
