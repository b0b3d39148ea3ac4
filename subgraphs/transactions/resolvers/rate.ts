import { AppError, badInput } from '../../../schema/errors.ts';
import { getActingOn } from '../acting.ts';
import { checkState } from '../conflicts.ts';
import { insertRating } from '../repository.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { act, getHeld } from './act.ts';

const MAX_TAGS = 10;
const MAX_TAG = 20;
const MAX_COMMENT = 500;

const lengthOf = (text: string): number => [...text].length;

const toTags = (tags: readonly string[]): string[] => {
  const given = [...new Set(tags.map((tag) => tag.normalize('NFC').trim()))];
  if (given.length > MAX_TAGS || given.some((tag) => tag === '' || lengthOf(tag) > MAX_TAG)) {
    throw badInput('tags', 'LENGTH', `Give at most ${MAX_TAGS} tags of 1 to ${MAX_TAG} characters.`);
  }
  return given;
};

const toComment = (comment: string | null): string | null => {
  const given = comment?.normalize('NFC').trim() ?? '';
  if (lengthOf(given) > MAX_COMMENT) throw badInput('comment', 'LENGTH', `Give at most ${MAX_COMMENT} characters.`);
  return given === '' ? null : given;
};

export const rate: NonNullable<MutationResolvers['rate']> = async (
  _root,
  { application: id, level, requestKey, ...args },
  context,
) => {
  const said = { level, tags: toTags(args.tags ?? []), comment: toComment(args.comment ?? null) };
  const acting = await getActingOn(context, id);
  return act(context, acting, { requestKey, input: { rate: { id, ...said } } }, async (unit) => {
    const { applicant, service, state } = await getHeld(unit, id);
    checkState('rate', state);
    const rated = await insertRating(unit.executor, { application: id, applicant, service, ...said, at: unit.at });
    if (rated === null) throw new AppError('CONFLICT', 'The first rating counts.', { reason: 'RATED', next: [] });
    await unit.note(id, 'RATE');
    await unit.tell(id, ['rating', 'log']);
    return rated;
  });
};
