import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedLog } from '../subgraphs/kit/feed/feed.ts';

const RETRY_MS = 500;

export interface Insistence {
  /** Said of each failure. */
  readonly otherwise: string;
  readonly log: FeedLog;
  readonly isStopping: () => boolean;
}

/** Does it again, half a second after each failure, until it succeeds; null: it is not wanted any more. */
export const insist = async <Result>(
  work: () => Promise<Result>,
  { otherwise, log, isStopping }: Insistence,
): Promise<Result | null> => {
  while (!isStopping()) {
    try {
      return await work();
    } catch (error) {
      log.warn({ error: String(error) }, otherwise);
      await sleep(RETRY_MS);
    }
  }
  return null;
};
