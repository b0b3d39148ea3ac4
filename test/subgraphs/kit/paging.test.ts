import { describe, expect, it } from '@jest/globals';
import { encodeCursor, toConnection, toPage } from '../../../subgraphs/kit/paging.ts';

describe('toPage', () => {
  it('takes the default when nothing is asked, and gives back a cursor that was given out', () => {
    expect(toPage({}, 1, 12)).toEqual({ first: 12, after: null });
    expect(toPage({ first: 3, after: encodeCursor(['2020-01-01', 'x']) }, 2)).toEqual({
      first: 3,
      after: ['2020-01-01', 'x'],
    });
  });

  it.each([-1, 101, 1.5])('refuses first: %p', (first) => {
    expect(() => toPage({ first }, 1)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'first', reason: 'RANGE' } }),
    );
  });

  it.each(['', '!', 'bnVsbA', encodeCursor(['one', 'too many']), Buffer.from('[1]').toString('base64url')])(
    'refuses the cursor %p',
    (after) => {
      expect(() => toPage({ after }, 1)).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'after', reason: 'CURSOR' } }),
      );
    },
  );
});

describe('toConnection', () => {
  const rows = ['a', 'b', 'c'];
  it('drops the extra row that tells of a next page', () => {
    const page = toConnection(
      rows,
      { first: 2, after: null },
      (row) => [row],
      (row) => row.toUpperCase(),
    );
    expect(page.edges.map(({ node }) => node)).toEqual(['A', 'B']);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: encodeCursor(['a']),
      endCursor: encodeCursor(['b']),
    });
  });
  it('is empty for no rows', () => {
    expect(toConnection([], { first: 2, after: ['x'] }, () => [], String).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });
});
