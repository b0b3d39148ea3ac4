import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PARTITIONS, partitionOf } from '../../../../subgraphs/kit/feed/partition.ts';

describe('partitionOf', () => {
  it('gives every subject one of the partitions, always the same', () => {
    fc.assert(
      fc.property(fc.string(), (subject) => {
        const partition = partitionOf(subject);
        expect(Number.isInteger(partition) && partition >= 0 && partition < PARTITIONS).toBe(true);
        expect(partitionOf(subject)).toBe(partition);
      }),
    );
  });

  it('spreads subjects evenly', () => {
    const counts = new Array<number>(PARTITIONS).fill(0);
    for (let index = 0; index < 64_000; index += 1) {
      const partition = partitionOf(`c1_${index}`);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(800);
    expect(Math.max(...counts)).toBeLessThan(1_200);
  });
});
