import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distanceBetween, nearestFirst } from '../../../subgraphs/transactions/distance.ts';

const place = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
});

it('knows a degree of latitude, and half the way around', () => {
  expect(distanceBetween({ longitude: 121, latitude: 31 }, { longitude: 121, latitude: 32 })).toBeCloseTo(111_195, -1);
  expect(distanceBetween({ longitude: 0, latitude: 0 }, { longitude: 180, latitude: 0 })).toBeCloseTo(20_015_115, -2);
});

it('is the same both ways, and nothing to oneself', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      expect(distanceBetween(one, other)).toBeCloseTo(distanceBetween(other, one), 3);
      expect(distanceBetween(one, one)).toBe(0);
    }),
  );
});

it('puts the nearest first, and leaves what is alike near as it was', () => {
  const [far, near, alike] = [
    { longitude: 121.6, latitude: 31.2, name: 'far' },
    { longitude: 121.45, latitude: 31.2, name: 'near' },
    { longitude: 121.45, latitude: 31.2, name: 'alike' },
  ];
  const places = [far, near, alike];
  expect(nearestFirst(places, { longitude: 121.44, latitude: 31.2 })).toEqual([near, alike, far]);
  expect(nearestFirst(places, null)).toEqual(places);
});
