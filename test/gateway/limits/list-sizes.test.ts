import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse } from 'graphql';
import { compileCost } from '../../../gateway/limits/list-sizes.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema/api.graphql'), 'utf8'));
const costOf = (text: string, variables: Readonly<Record<string, unknown>> = {}): number => {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  return compileCost(schema, operation, new Map())(variables);
};
const shareholders = (size: string) => `{ enterprise(uscc: "x") { shareholders${size} { owner { __typename } } } }`;

describe('what an operation costs', () => {
  it.each<[string, number]>([
    ['', 1 + 50 * 2],
    ['(first: null)', 1 + 50 * 2],
    ['(first: 3)', 1 + 3 * 2],
    ['(first: 0)', 1],
  ])('counts a list by its size: shareholders%s', (size, cost) => {
    expect(costOf(shareholders(size))).toBe(cost);
  });

  it('counts a page by what is asked, and an explicit null as what is not given', () => {
    const branches = (args: string) => `{ enterprise(uscc: "x") { branches${args} { edges { node { uscc } } } } }`;
    expect(costOf(branches('(first: null)'))).toBe(costOf(branches('')));
    expect(costOf(branches('(first: 100)'))).toBeGreaterThan(costOf(branches('')));
  });

  it('takes a size from a variable, and its default for null', () => {
    const text = `query ($n: Int) ${shareholders('(first: $n)')}`;
    expect(costOf(text, { n: 2 })).toBe(1 + 2 * 2);
    expect(costOf(text, { n: null })).toBe(1 + 50 * 2);
  });
});

describe('a size that is out of range', () => {
  it.each([
    '{ enterprise(uscc: "x") { shareholders(first: 101) { share } } }',
    '{ enterprise(uscc: "x") { investments(first: -1) { share } } }',
    '{ enterprise(uscc: "x") { handlers(first: 101) { id } penalties { id } } }',
    '{ enterprise(uscc: "x") { penalties(first: 101) { id } } }',
    '{ enterprise(uscc: "x") { listings(first: 101) { since } } }',
    '{ me { wards(first: 101) { since } } }',
    '{ me { residences(first: -1) { since } } }',
    '{ me { household { members(first: 101) { id } } } }',
    '{ me { residence { premise { owners(first: 1000) { id } } } } }',
  ])('is refused before a registry is asked: %s', (text) => {
    expect(() => costOf(text)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'first', reason: 'RANGE' } }),
    );
  });
});
