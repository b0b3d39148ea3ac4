import { describe, expect, it } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from '../../services/client.ts';
import { findFault, isWhole } from './judge.ts';

const error = (code: string, ...path: (string | number)[]): GraphQLFormattedError => ({
  message: code,
  path,
  extensions: { code },
});
const me = { name: '周明', licences: { edges: [{ node: 1 }] }, accessLog: { totalCount: 3 } };
const expected: Answer = { status: 200, data: { me } };
const answer = (other: object, ...errors: GraphQLFormattedError[]): Answer => ({
  status: 200,
  data: { me: { ...me, ...other } },
  ...(errors.length === 0 ? {} : { errors }),
});

describe('an answer beside the undisturbed one', () => {
  it.each<[string, Answer]>([
    ['is the same', expected],
    ['lacks a part with an error at its path', answer({ licences: null }, error('UNAVAILABLE', 'me', 'licences'))],
    [
      'lacks a part with an error below, where null may not stand',
      answer({ licences: null }, error('TIMEOUT', 'me', 'licences', 'edges', 0, 'node')),
    ],
    [
      'lacks what a registry knows of an entity, with an error at the entity',
      answer({ licences: { edges: [{ node: null }] } }, error('UNAVAILABLE', 'me', 'licences', 'edges', 0)),
    ],
    ['has a longer log', answer({ accessLog: { totalCount: 4 } })],
    ['has no data, and the reason', { status: 503, data: null, errors: [error('UNAVAILABLE')] }],
  ])('is well when it %s', (_what, got) => {
    expect(findFault(expected, got)).toBeNull();
  });

  it.each<[string, Answer, string]>([
    ['is somebody else’s', answer({ name: '林晓梅' }), 'me.name: "林晓梅" instead of "周明"'],
    ['lacks a part silently', answer({ licences: null }), 'me.licences: null instead of {"edges":[{"node":1}]}'],
    [
      'lacks a part with an error elsewhere',
      answer({ licences: null }, error('UNAVAILABLE', 'me', 'name')),
      'me.licences: null instead of {"edges":[{"node":1}]}',
    ],
    ['lacks an entry of a list', answer({ licences: { edges: [] } }), 'me.licences.edges: [] instead of [{"node":1}]'],
    ['lost a line of the log', answer({ accessLog: { totalCount: 2 } }), '2 lines after 3'],
    ['has another error', answer({ name: null }, error('INTERNAL', 'me', 'name')), 'the error INTERNAL me.name'],
    ['has no data, and no reason', { status: 500 }, 'status 500 without data, and without a reason'],
  ])('is wrong when it %s', (_what, got, fault) => {
    expect(findFault(expected, got)).toEqual(expect.stringContaining(fault));
  });

  it('is whole when nothing is missing', () => {
    expect(isWhole(expected)).toBe(true);
    expect(isWhole(answer({ name: null }, error('UNAVAILABLE', 'me', 'name')))).toBe(false);
  });
});
