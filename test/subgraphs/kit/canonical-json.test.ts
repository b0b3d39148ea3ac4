import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../subgraphs/kit/canonical-json.ts';

/** The same value with the keys of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, reversed(part)] as const)
      .reverse(),
  );
};

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves lists in their order', () => {
    const value = { b: [{ d: 1, c: null }, 'x'], a: { z: true, y: undefined, 上: '海' } };
    expect(canonicalJson(value)).toBe('{"a":{"z":true,"上":"海"},"b":[{"c":null,"d":1},"x"]}');
  });

  it('is the same for equal values however they were written, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('differs where values differ', () => {
    const values = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: { b: 1 } }, [{ a: 1 }], {}, [], null, 'a'];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });
});
