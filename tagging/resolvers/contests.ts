import { AppError, notFound, unavailable } from '../../schema/errors.ts';
import { toDay } from '../../subgraphs/kit/civil/day.ts';
import { checkWords } from '../../subgraphs/kit/check-words.ts';
import type { Relation } from '../../subgraphs/kit/directory/directory.ts';
import { coversCity } from '../../subgraphs/kit/directory/district.ts';
import { toConnection } from '../../subgraphs/kit/paging.ts';
import type { Context } from '../context.ts';
import { findKind } from '../derivation/subject.ts';
import { subjectOfHeldTag } from '../held-tag-id.ts';
import {
  countContestsFor,
  decideContest as decide,
  findContestFor,
  findContestsFor,
  insertContest,
  upsertPreference,
  type Duty,
} from '../repository.ts';
import type { ContestRow, HeldTagRow } from '../rows.ts';
import type { ContestResolvers, MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { TAG_ITEMS } from '../tag-index/index-feeder.ts';
import { findHeldTags } from './held-tags.ts';

const TYPES = { CITIZEN: 'Citizen', ENTERPRISE: 'Enterprise' } as const;
/** Who may say that a tag does not fit. */
const CONTESTS: ReadonlySet<Relation> = new Set(['SELF', 'WARD', 'REPRESENTED']);

/** A held tag that the viewer may contest, on whatever day it holds; NOT_FOUND in the same words for every other. */
const findContestable = async (context: Context, id: string): Promise<HeldTagRow> => {
  const given = subjectOfHeldTag(id);
  const kind = given === null ? null : findKind(given);
  if (given === null || kind === null) throw notFound();
  const { access } = context;
  const relation = access.knownRelation(TYPES[kind], given) ?? (await access.relate(TYPES[kind], given));
  if (relation === 'STALE') throw unavailable();
  const subject = access.fileOf(given);
  if (!CONTESTS.has(relation)) throw notFound();
  const held = await findHeldTags(context, TYPES[kind], subject, { at: '0001-01-01', includeFuture: true });
  const found = held.find((tag) => tag.id === id);
  if (found === undefined) throw notFound();
  return found;
};

const contestTag: NonNullable<MutationResolvers['contestTag']> = async (
  _root,
  { heldTag, claim, requestKey },
  context,
) => {
  checkWords('claim', claim);
  const found = await findContestable(context, heldTag);
  const { subject, tag, since } = found;
  const kind = findKind(subject) ?? 'CITIZEN';
  const contested = await context.mutate(
    { requestKey, input: { contestTag: { heldTag, claim } } },
    async ({ executor, record }) => {
      const isNew = await insertContest(executor, {
        held_tag: heldTag,
        subject,
        tag,
        since: since === null ? null : toDay(since),
        claim,
        raised_by: context.viewer.subject ?? '',
        opened_at: context.now().toISOString(),
      });
      if (!isNew)
        throw new AppError('CONFLICT', 'This tag was contested before.', { field: 'heldTag', reason: 'CONTESTED' });
      await record({ kind: 'tag.contested', affects: [subject], items: [TAG_ITEMS[kind]] });
      return { ...found, contested: 'OPEN' as const };
    },
  );
  await context.tagger.refresh([subject]);
  return contested;
};

const WORDS = 'Contest.claim';

/** Whose contests this member of staff decides; throws FORBIDDEN for who is of another department or acts for another purpose. */
const dutyOf = ({ viewer, access, catalogue }: Context): Duty => {
  const item = catalogue.items.get(WORDS);
  if (
    item === undefined ||
    viewer.department !== item.department ||
    access.refusal('OWN_DISTRICT', [item.index]) !== null
  )
    throw new AppError('FORBIDDEN', 'This item is not granted to you here.', { missing: `grant:${WORDS}` });
  return { today: viewer.today, district: coversCity(viewer.district) ? 'all' : viewer.district };
};

/** Finds what the viewer is to these subjects, which the gates go by; UNAVAILABLE while the directory cannot tell. */
const relateAll = async ({ access }: Context, subjects: readonly string[]): Promise<void> => {
  const relations = await Promise.all(
    subjects.map((subject) => access.relate(TYPES[findKind(subject) ?? 'CITIZEN'], subject)),
  );
  if (relations.includes('STALE')) throw unavailable();
};

const decideContest: NonNullable<MutationResolvers['decideContest']> = async (
  _root,
  { heldTag, keepTag, reason, requestKey },
  context,
) => {
  checkWords('reason', reason);
  const duty = dutyOf(context);
  // Before the transaction, as the directory is read on a connection of its own.
  const found = await context.read((executor) => findContestFor(executor, duty, heldTag));
  if (found === null) throw notFound();
  await relateAll(context, [found.subject]);
  const input = { decideContest: { heldTag, keepTag, reason } };
  const decided = await context.mutate({ requestKey, input }, async ({ executor, record }): Promise<ContestRow> => {
    const contest = await decide(executor, heldTag, {
      state: keepTag ? 'KEPT' : 'REMOVED',
      decided_at: context.now().toISOString(),
      decided_by: context.viewer.subject,
      reason,
    });
    if (contest === null)
      throw new AppError('CONFLICT', 'This contest is decided already.', { field: 'heldTag', reason: 'DECIDED' });
    const kind = findKind(contest.subject) ?? 'CITIZEN';
    await record({ kind: 'tag.contest-decided', affects: [contest.subject], items: [TAG_ITEMS[kind]] });
    return contest;
  });
  await context.tagger.refresh([found.subject]);
  return decided;
};

const setPersonalisation: NonNullable<MutationResolvers['setPersonalisation']> = (
  _root,
  { enabled, requestKey },
  context,
) => {
  const subject = context.access.fileOf(context.viewer.subject ?? '');
  return context.mutate({ requestKey, input: { setPersonalisation: enabled } }, async ({ executor, record }) => {
    await upsertPreference(executor, subject, enabled);
    await record({ kind: 'personalisation.set', affects: [subject], items: ['Citizen.personalisation'] });
    return enabled;
  });
};

const contestedTags: NonNullable<QueryResolvers['contestedTags']> = async (_root, args, context) => {
  const page = context.page(args, { of: 'Query.contestedTags', width: 2 });
  const duty = dutyOf(context);
  const { state } = args;
  const [rows, totalCount] = await context.read(async (executor) => [
    await findContestsFor(executor, duty, state, page),
    await countContestsFor(executor, duty, state),
  ]);
  await relateAll(
    context,
    rows.map(({ subject }) => subject),
  );
  return {
    ...toConnection(
      rows,
      page,
      ({ openedAt, heldTag }) => [openedAt, heldTag],
      (row) => row,
    ),
    totalCount,
  };
};

export const Query: Pick<QueryResolvers, 'contestedTags'> = { contestedTags };
export const Mutation: MutationResolvers = { contestTag, decideContest, setPersonalisation };
export const Contest: ContestResolvers = {
  tag: ({ tag }) => ({ code: tag }),
  citizen: ({ subject }) => (findKind(subject) === 'CITIZEN' ? { id: subject } : null),
  enterprise: ({ subject }) => (findKind(subject) === 'ENTERPRISE' ? { uscc: subject } : null),
};
