import { describe, expect, it } from '@jest/globals';
import { toAskedClaims } from '../../../gateway/issuer/asked-claims.ts';
import { knownNames } from '../../../gateway/standalone/known-names.ts';

const ask = (...words: string[]) => toAskedClaims(words, knownNames);

describe('what a token command asks for', () => {
  it.each([
    [['analyst'], { sub: 'analyst', role: 'analyst' }],
    [['citizen', '31010119440101022x'], { sub: 'citizen', role: 'citizen', id_number: '31010119440101022X' }],
    [['staff', 'tax', '310104'], { sub: 'tax-310104', role: 'staff', department: 'tax', district: '310104' }],
    [
      ['staff', 'market-regulation', '310000'],
      { sub: 'market-regulation-310000', role: 'staff', department: 'market-regulation', district: '310000' },
    ],
    [
      ['source', 'personal.contacts'],
      { sub: 'source-personal.contacts', role: 'source', sources: ['personal.contacts'] },
    ],
  ])('%j makes claims', async (words, claims) => {
    expect(await ask(...words)).toEqual(claims);
  });

  it.each([
    [['staff', 'taxes', '310104'], 'There is no department taxes.', 'tax  税务局'],
    [['staff', 'tax', '310199'], 'There is no district 310199.', '310104  徐汇区'],
    [['staff', 'tax', '310103'], 'There is no district 310103.', '310101  黄浦区'],
    [
      ['source', 'personal.contacts', 'personal.contract'],
      'There is no source personal.contract.',
      'personal.contacts',
    ],
    [['citizen', '310104198809210223'], '310104198809210223 is no citizen identity number', 'check digit'],
    [['citizen', '310104198802300222'], 'is no citizen identity number', 'birth date'],
  ])('%j is refused with what there is', async (words, refusal, known) => {
    const refused = expect(ask(...words)).rejects;
    await refused.toThrow(refusal);
    await expect(ask(...words)).rejects.toThrow(known);
  });

  it.each([[['nobody']], [['citizen']], [['staff', 'tax']], [['analyst', 'tax']], [['staff', 'tax', '310104', 'x']]])(
    '%j makes no role',
    async (words) => {
      expect(await ask(...words)).toBeNull();
    },
  );
});
