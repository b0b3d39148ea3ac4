import { badInput } from '../../../schema/errors.ts';
import { MAX_PAGE } from '../../kit/paging.ts';
import type { Place } from '../distance.ts';

/** Rows of a list of the catalogue, which needs no cursors. Throws BAD_USER_INPUT. */
export const firstOf = (first: number | null | undefined, byDefault: number): number => {
  const rows = first ?? byDefault;
  if (rows >= 0 && rows <= MAX_PAGE) return rows;
  throw badInput('first', 'RANGE', `first must be between 0 and ${MAX_PAGE}, but got: ${rows}.`);
};

/** A place on the globe. Throws BAD_USER_INPUT. */
export const toPlace = (near: Place | null | undefined): Place | null => {
  if (near === null || near === undefined) return null;
  if (Math.abs(near.longitude) <= 180 && Math.abs(near.latitude) <= 90) return near;
  throw badInput('near', 'RANGE', 'A place has a longitude within 180 and a latitude within 90 degrees.');
};
