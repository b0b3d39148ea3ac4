import { civilDay } from '../../schema/civil-day.ts';
import type { SubgraphDefinition, RequestContext, Touched } from './definition.ts';
import type { SqlDirectory } from './directory/sql-directory.ts';
import { SUBJECT_ERASED, SUBJECT_MERGED, type Change, type ChangeEvent } from './feed/change.ts';
import type { Feed, Subscription } from './feed/feed.ts';
import { lockSubjects } from './feed/outbox.ts';
import { eraseRequests } from './request-key.ts';
import type { Executor, Store } from './store/store.ts';

/** The name of the consumer group in which a registry obeys what happens to subjects as such. */
export const subjectsGroup = (schema: string): string => `${schema}.subjects`;

export interface FollowSubjectsParts<DB, C extends RequestContext<DB>> {
  definition: Pick<SubgraphDefinition<DB, C>, 'name' | 'erase' | 'merge'>;
  store: Store<DB>;
  directory: SqlDirectory;
  feed: Feed;
  clock: () => Date;
  record(executor: Executor<DB>, changes: readonly Change[]): Promise<void>;
}

/** The changes of files that were touched because of somebody else's erasure or merge. */
export const toTouchedChanges = (touched: readonly Touched[], lane: Change['lane']): Change[] =>
  touched.map(({ subject, items }) => ({
    kind: 'subject.changed',
    lane,
    affects: [subject],
    items,
    operationId: null,
    traceId: null,
  }));

/** Erases and merges subjects as their owner tells; the owner did so before it told. */
export const followSubjects = <DB, C extends RequestContext<DB>>({
  definition: { name, erase, merge },
  store,
  directory,
  feed,
  clock,
  record,
}: FollowSubjectsParts<DB, C>): Subscription => {
  const obey = async (executor: Executor<DB>, event: ChangeEvent) => {
    const {
      kind,
      affects: [subject, into],
    } = event;
    await lockSubjects(executor, name, [subject]);
    if (kind === SUBJECT_ERASED) {
      // With the entry, so that nobody acts under it from here on.
      await directory.apply(executor, [event]);
      await eraseRequests(executor, name, [subject]);
      return erase(executor, subject, civilDay(clock()));
    }
    return kind === SUBJECT_MERGED && into !== undefined ? merge(executor, { from: subject, into }) : [];
  };
  return feed.subscribe(subjectsGroup(name), async (events) => {
    const told = events.filter(
      ({ kind, registry }) => registry !== name && (kind === SUBJECT_ERASED || kind === SUBJECT_MERGED),
    );
    for (const event of told) {
      await store.transaction({ holder: subjectsGroup(name), priority: 'bulk' }, async (executor) => {
        await record(executor, toTouchedChanges(await obey(executor, event), 'bulk'));
      });
    }
  });
};
