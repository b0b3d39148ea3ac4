import type { DatedDistrict } from '../../subgraphs/kit/directory/directory.ts';

/** A home in the district, for ever. */
export const homeIn = (district: string): readonly DatedDistrict[] => [{ district, since: '2000-01-01', until: null }];
