import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBeneficialOwners, type OwnershipEdge } from '../../../subgraphs/enterprises/beneficial-owners.ts';

const edge = (owner: string, uscc: string, share: number): OwnershipEdge => ({ owner, uscc, share });

describe('beneficial owners', () => {
  it('are those with 25 percent and more, not less', () => {
    expect(findBeneficialOwners('A', [edge('c1_a', 'A', 50), edge('c1_b', 'A', 25), edge('c1_c', 'A', 24.99)])).toEqual(
      [
        { citizen: 'c1_a', share: 50, paths: 1 },
        { citizen: 'c1_b', share: 25, paths: 1 },
      ],
    );
  });

  it('are found through chains, which add up', () => {
    const edges = [edge('B', 'A', 60), edge('c1_x', 'A', 40), edge('c1_y', 'B', 70), edge('c1_x', 'B', 30)];
    expect(findBeneficialOwners('A', edges)).toEqual([
      { citizen: 'c1_x', share: 58, paths: 2 },
      { citizen: 'c1_y', share: 42, paths: 1 },
    ]);
  });

  it('share what goes round in cross-holdings', () => {
    const edges = [edge('c1_p', 'A', 50), edge('B', 'A', 50), edge('A', 'B', 50), edge('c1_q', 'B', 50)];
    expect(findBeneficialOwners('A', edges)).toEqual([
      { citizen: 'c1_p', share: expect.closeTo(66.667, 2), paths: 1 },
      { citizen: 'c1_q', share: expect.closeTo(33.333, 2), paths: 1 },
    ]);
  });

  it('are nobody where two enterprises own each other whole', () => {
    expect(findBeneficialOwners('A', [edge('B', 'A', 100), edge('A', 'B', 100)])).toEqual([]);
  });

  it('count in proportion where more than everything was stated', () => {
    expect(findBeneficialOwners('A', [edge('c1_a', 'A', 100), edge('c1_b', 'A', 100)])).toEqual([
      { citizen: 'c1_a', share: 50, paths: 1 },
      { citizen: 'c1_b', share: 50, paths: 1 },
    ]);
  });

  const owners = ['A', 'B', 'C', 'D', 'c1_a', 'c1_b', 'c1_c'];
  const anyEdge = fc.record({
    owner: fc.constantFrom(...owners),
    uscc: fc.constantFrom('A', 'B', 'C', 'D'),
    share: fc.double({ min: 0, max: 120, noNaN: true }),
  });

  it('hold no more than the whole together, each by a chain at least, in any graph, cycles included', () => {
    fc.assert(
      fc.property(fc.array(anyEdge, { maxLength: 20 }), (edges) => {
        const found = findBeneficialOwners('A', edges);
        expect(found.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(100 + 1e-3);
        expect(found.every(({ share, paths }) => share >= 25 - 1e-3 && paths >= 1)).toBe(true);
      }),
    );
  });

  it('lose nothing in a chain of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (length) => {
        const chain = Array.from({ length }, (_, at) => edge(`E${at + 1}`, `E${at}`, 100));
        expect(findBeneficialOwners('E0', [...chain, edge('c1_a', `E${length}`, 30)])).toEqual([
          { citizen: 'c1_a', share: 30, paths: 1 },
        ]);
      }),
    );
  });
});
