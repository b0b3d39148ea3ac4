import { SUBJECT_ERASED, SUBJECT_MERGED } from '../../subgraphs/kit/feed/change.ts';
import type { Feed, Subscription } from '../../subgraphs/kit/feed/feed.ts';
import type { Sessions } from './sessions.ts';

/** Ends what somebody is signed in as when their file was merged into another or erased, as soon as the feed tells. */
export const followSubjects = (
  feed: Pick<Feed, 'subscribeAll'>,
  sessions: Pick<Sessions, 'giveUp' | 'forget'>,
): Subscription =>
  feed.subscribeAll(
    'gateway.sessions',
    (events) => {
      for (const { kind, affects } of events) {
        if (kind === SUBJECT_MERGED || kind === SUBJECT_ERASED) sessions.giveUp(affects[0]);
      }
      return Promise.resolve();
    },
    {
      registries: ['personal'],
      onGap: () => {
        sessions.forget();
        return Promise.resolve();
      },
    },
  );
