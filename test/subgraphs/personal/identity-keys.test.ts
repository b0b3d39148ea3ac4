import { describe, expect, it } from '@jest/globals';
import { createIdentityKeys } from '../../../subgraphs/personal/identity-keys.ts';
import { idNumberOf } from '../../support/people.ts';
import { keyOf } from './demo.ts';

const number = idNumberOf('lin-xiaomei');
const first = createIdentityKeys({ current: 1, keys: { '1': keyOf(1) } });
const second = createIdentityKeys({ current: 2, keys: { '1': keyOf(1), '2': keyOf(2) } });

describe('identity keys', () => {
  it('give a number the same alias every time, and another one under another key', () => {
    expect(first.aliasOf(number)).toBe(first.aliasOf(number));
    expect(second.aliasOf(number)).not.toBe(first.aliasOf(number));
    expect(first.aliasOf(number)).not.toContain(number);
  });

  it('know the aliases of every key in the ring, the current one first', () => {
    expect(second.aliasesOf(number)).toEqual([second.aliasOf(number), first.aliasOf(number)]);
  });

  it('seal a number so that only its person opens it, with whichever key sealed it', () => {
    const sealed = first.seal('c1_one', number);
    expect(sealed).not.toContain(number);
    expect(second.open('c1_one', sealed)).toBe(number);
    expect(() => first.open('c1_other', sealed)).toThrow();
  });

  it('never seal the same number to the same text', () => {
    expect(first.seal('c1_one', number)).not.toBe(first.seal('c1_one', number));
  });

  it('refuse an altered text and a key that is not in the ring', () => {
    const sealed = second.seal('c1_one', number);
    expect(() => second.open('c1_one', `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`)).toThrow();
    expect(() => first.open('c1_one', sealed)).toThrow('no identity key of version 2');
  });

  it('refuse a master key of the wrong length', () => {
    expect(() => createIdentityKeys({ current: 1, keys: { '1': 'c2hvcnQ=' } })).toThrow(
      'must have 32 bytes, but has: 5',
    );
  });
});
