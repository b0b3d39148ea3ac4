import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { checkLiterals, checkTexts, checkVariables } from '../../schema/texts.ts';

const NUL = String.fromCharCode(0);
const LONE = '\ud83d';
const refusal = (field: string) =>
  expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field, reason: 'CHARACTERS' } });

describe('texts that a registry cannot hold', () => {
  it.each<[string, unknown]>([
    ['a NUL', `a${NUL}`],
    ['a lone surrogate', `a${LONE}b`],
    ['a low surrogate first', '\udc00\ud800'],
    ['one in a list', ['a', ['b', NUL]]],
    ['one in an input', { a: { b: [{ c: LONE }] } }],
    ['the name of an input field', { [`a${NUL}`]: 1 }],
  ])('are refused: %s', (_what, value) => {
    expect(() => checkTexts('name', value)).toThrow(refusal('name'));
    expect(() => checkVariables({ first: 1, name: value })).toThrow(refusal('name'));
  });

  it.each<[string, unknown]>([
    ['Chinese beyond the basic plane', '𠮷野家 👩‍👧'],
    ['line breaks and tabs', 'a\n\tb'],
    ['nothing', null],
    ['numbers', [1, true, { a: null }]],
  ])('are not %s', (_what, value) => {
    expect(() => checkTexts('name', value)).not.toThrow();
  });

  it('do not exhaust the stack, however deep and wide they come', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
    expect(() => checkTexts('x', [deep, Array.from({ length: 300_000 }, () => 'a')])).not.toThrow();
  });

  it.each(['{ a(b: "\\u0000") }', '{ a(b: [{ c: "x\\u0000" }]) }', `{ a(b: """${NUL}""") }`, '{ a @b(c: "\\u0000") }'])(
    'are refused in the literals of %j',
    (source) => {
      expect(() => checkLiterals(parse(source))).toThrow(refusal('query'));
    },
  );

  it('are refused as the name of a variable', () => {
    expect(() => checkVariables({ [NUL]: 1 })).toThrow(refusal('variables'));
  });
});
