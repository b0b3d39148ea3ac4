import { describe, expect, it } from '@jest/globals';
import { createCursorCodec } from '../../../subgraphs/kit/cursor.ts';
import { createPaging, toConnection } from '../../../subgraphs/kit/paging.ts';

const page = createPaging(createCursorCodec(Buffer.alloc(32, 1)));
const events = { of: 'Enterprise.timeline', width: 2 };
const cursorOf = (...keyset: string[]) => page({}, events).toCursor(keyset);

describe('a page', () => {
  it('has twenty rows from the start when nothing is asked, or what the list says', () => {
    expect(page({}, events)).toMatchObject({ first: 20, after: null });
    expect(page({ first: null, after: null }, { ...events, byDefault: 12 })).toMatchObject({ first: 12, after: null });
  });

  it('goes on after a cursor that was given out', () => {
    expect(page({ first: 3, after: cursorOf('2020-01-01', 'x') }, events)).toMatchObject({
      first: 3,
      after: ['2020-01-01', 'x'],
    });
  });

  it.each([-1, 101, 1.5])('has no first: %p', (first) => {
    expect(() => page({ first }, events)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'first', reason: 'RANGE' } }),
    );
  });

  it.each([
    ['no cursor', '!'],
    ['an empty one', ''],
    ['one that somebody made up', Buffer.from('["2020-01-01","x"]').toString('base64url')],
    ['one of too many columns', cursorOf('2020-01-01', 'x', 'y')],
    ['one of another list', page({}, { of: 'Query.enterprises', width: 2 }).toCursor(['名', '91310104MA1FPAA18P'])],
  ])('does not go on after %s', (_name, after) => {
    expect(() => page({ after }, events)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'after', reason: 'CURSOR' } }),
    );
  });
});

describe('a connection', () => {
  const letters = { of: 'letters', width: 1 };
  const toLetters = (rows: readonly string[], asked: { first: number; after?: string }) =>
    toConnection(
      rows,
      page(asked, letters),
      (row) => [row],
      (row) => row.toUpperCase(),
    );
  const a = page({}, letters).toCursor(['a']);
  const b = page({}, letters).toCursor(['b']);

  it('drops the extra row that tells of a next page', () => {
    const { edges, pageInfo } = toLetters(['a', 'b', 'c'], { first: 2 });
    expect(edges).toEqual([
      { cursor: a, node: 'A' },
      { cursor: b, node: 'B' },
    ]);
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: a, endCursor: b });
  });

  it('is empty for no rows', () => {
    expect(toLetters([], { first: 2, after: b }).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });
});
