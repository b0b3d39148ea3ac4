/** WGS 84, degrees. */
export interface Place {
  longitude: number;
  latitude: number;
}

const EARTH_RADIUS_M = 6_371_009;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two places along the great circle (haversine). */
export const distanceBetween = (one: Place, other: Place): number => {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord =
    half(other.latitude - one.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(other.longitude - one.longitude);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, chord)));
};

/** The nearest first; alike near ones, and all when there is no place to measure from, in the order given. */
export const nearestFirst = <T extends Place>(places: readonly T[], near: Place | null): readonly T[] =>
  near === null
    ? places
    : places
        .map((place) => ({ place, metres: distanceBetween(near, place) }))
        .sort((one, other) => one.metres - other.metres)
        .map(({ place }) => place);
