import { describe, expect, it } from '@jest/globals';
import { loadPageModule } from '../page-module.ts';

interface AnswerError {
  message: string;
  path?: (string | number)[];
}

interface Place {
  value: unknown;
  problem?: AnswerError;
  get(key: string): Place;
  settle(): void;
  items(): Place[];
}

const { readAnswer } = await loadPageModule<{
  readAnswer: (answer: { data?: unknown; errors?: AnswerError[] }) => { root: Place; unshown: () => AnswerError[] };
}>('answer-place.js');

const denied: AnswerError = { message: 'denied', path: ['me', 'phone'] };
const unseen: AnswerError = { message: 'unseen', path: ['me', 'children', 1] };
const lost: AnswerError = { message: 'lost' };
const answer = {
  data: { me: { phone: null, email: null, children: [{ name: '周*' }, null] } },
  errors: [denied, unseen, lost],
};

describe('an answer to walk through', () => {
  it('tells a denied value from one that is not on record and one that was not asked for', () => {
    const me = readAnswer(answer).root.get('me');
    expect([me.get('phone').value, me.get('phone').problem]).toEqual([null, denied]);
    expect([me.get('email').value, me.get('email').problem]).toEqual([null, undefined]);
    expect(me.get('employer').value).toBeUndefined();
  });

  it('finds the error of one entry of a list', () => {
    const children = readAnswer(answer).root.get('me').get('children').items();
    expect(children.map(({ problem }) => problem)).toEqual([undefined, unseen]);
  });

  it('gives the errors that no place has told of', () => {
    const { root, unshown } = readAnswer(answer);
    expect(root.get('me').get('phone').problem).toBe(denied);
    expect(unshown()).toEqual([unseen, lost]);
  });

  it('does not repeat the errors below a place whose like is shown elsewhere', () => {
    const { root, unshown } = readAnswer(answer);
    root.get('me').get('children').settle();
    expect(unshown()).toEqual([denied, lost]);
  });

  it('survives an answer without data', () => {
    const { root, unshown } = readAnswer({ errors: [lost] });
    expect(root.get('me').get('phone').value).toBeUndefined();
    expect(unshown()).toEqual([lost]);
  });
});
