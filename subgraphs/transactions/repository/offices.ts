import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { Closure } from '../slots.ts';
import type { TransactionsDB } from './database.ts';

/** When these offices are shut beside what the catalogue says. */
export const findClosures = (
  executor: Executor<TransactionsDB>,
  offices: readonly string[],
  today: string,
): Promise<(Closure & { office: string })[]> =>
  executor
    .selectFrom('closure')
    .where('office', '=', anyOf(offices))
    .where('until', '>', today)
    .orderBy('since')
    .select(['office', 'since', 'until'])
    .execute();

/** The last that these offices told of their queues, not before `since`. */
export const findWaiting = (
  executor: Executor<TransactionsDB>,
  offices: readonly string[],
  { since, now }: { since: string; now: string },
): Promise<{ office: string; minutes: number }[]> =>
  executor
    .selectFrom('waiting')
    .distinctOn('office')
    .where('office', '=', anyOf(offices))
    .where('told_at', '>=', since)
    .where('told_at', '<=', now)
    .orderBy('office')
    .orderBy('told_at', 'desc')
    .select(['office', 'minutes'])
    .execute();
