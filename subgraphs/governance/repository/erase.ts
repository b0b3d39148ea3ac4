import type { Executor } from '../../kit/store/store.ts';
import type { GovernanceTables } from '../rows.ts';

/** Removes who read whose file, and what was objected; the chain keeps its lines of hashes. */
export const eraseReadings = async (executor: Executor<GovernanceTables>, subject: string): Promise<void> => {
  await executor.deleteFrom('access_detail').where('subject', '=', subject).execute();
  await executor.deleteFrom('access_reading').where('subject', '=', subject).execute();
  await executor.deleteFrom('objection').where('subject', '=', subject).execute();
};
