import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { DatabaseError } from 'pg';
import { hasOutageBehind, isConnectionLoss, StoreOutage } from '../../../../subgraphs/kit/store/outage.ts';

const ofServer = (code: string) => Object.assign(new DatabaseError('words', 5, 'error'), { code });
const ofSocket = (code: string) => Object.assign(new Error('words'), { code });

describe('a lost connection', () => {
  it.each([
    ['the administrator ended it', ofServer('57P01')],
    ['the server crashed', ofServer('57P02')],
    ['the connection failed', ofServer('08006')],
    ['the socket was reset', ofSocket('ECONNRESET')],
    ['the pipe broke', ofSocket('EPIPE')],
    ['pg noticed the end', new Error('Connection terminated unexpectedly')],
  ])('is one when %s', (_what, cause) => {
    expect(isConnectionLoss(cause)).toBe(true);
  });

  it.each([
    ['a statement was wrong', ofServer('42601')],
    ['a statement took too long', ofServer('57014')],
    ['a resolver threw', new TypeError('x is not a function')],
    ['something else was thrown', 'Connection terminated'],
  ])('is none when %s', (_what, cause) => {
    expect(isConnectionLoss(cause)).toBe(false);
  });
});

describe('an outage', () => {
  it('is found behind what GraphQL and callers wrap around it', () => {
    const outage = new StoreOutage('gone');
    const wrapped = new Error('could not load', { cause: outage });
    for (const error of [outage, wrapped, new GraphQLError('', { originalError: wrapped })]) {
      expect(hasOutageBehind(error)).toBe(true);
    }
  });

  it('is not behind any other error', () => {
    for (const error of [null, 'gone', new Error('gone'), new GraphQLError('gone')]) {
      expect(hasOutageBehind(error)).toBe(false);
    }
  });
});
