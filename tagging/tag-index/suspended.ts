import type { Executor } from '../../subgraphs/kit/store/store.ts';
import { toHeldTagId } from '../held-tag-id.ts';
import { findSuspended, type TaggingDB } from '../repository.ts';
import type { TagSet } from '../tag-store/tag-store.ts';

/** Ids of held tags that are contested and so used for nothing: of these subjects, or of all. */
export const readSuspended = async (
  executor: Executor<TaggingDB>,
  subjects: readonly string[] | null,
): Promise<ReadonlySet<string>> => {
  const rows = await findSuspended(executor, subjects);
  return new Set(rows.map(({ subject, tag, since }) => toHeldTagId({ subject, tag, since: since ?? -Infinity })));
};

/** The set without them. */
export const withoutSuspended = (set: TagSet, suspended: ReadonlySet<string>): TagSet => ({
  ...set,
  tags: set.tags.filter(({ tag, since }) => !suspended.has(toHeldTagId({ subject: set.subject, tag, since }))),
});
