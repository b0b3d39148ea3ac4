import { describe, expect, it } from '@jest/globals';
import { createRateLimit } from '../../../gateway/limits/rate-limit.ts';

describe('a token bucket', () => {
  it('gives a burst, then the rate, to each key apart', () => {
    let now = 0;
    const take = createRateLimit({ rate: 2, burst: 3, now: () => now });
    expect([take('a'), take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 0, 1, 0]);
    now = 500;
    expect([take('a'), take('a')]).toEqual([0, 1]);
    now = 60_000;
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 1]);
  });

  it('of rate 0 never ends', () => {
    const take = createRateLimit({ rate: 0, burst: 1 });
    expect([take('a'), take('a')]).toEqual([0, 0]);
  });
});
