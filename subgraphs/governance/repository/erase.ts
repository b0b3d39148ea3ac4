import type { SubjectMerge, Touched } from '../../kit/definition.ts';
import { moveLinks, type PersonLink } from '../../kit/move-links.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { GovernanceDB } from './database.ts';

/** Removes who read whose file, and what was objected; the chain keeps its lines of hashes. */
export const eraseReadings = async (executor: Executor<GovernanceDB>, subject: string): Promise<Touched[]> => {
  await executor.deleteFrom('access_detail').where('subject', '=', subject).execute();
  await executor.deleteFrom('access_reading').where('subject', '=', subject).execute();
  await executor.deleteFrom('objection').where('subject', '=', subject).execute();
  return [];
};

const LINKS: readonly PersonLink[] = [
  { table: 'objection', column: 'subject' },
  { table: 'objection', column: 'raised_by' },
];

/** Objections go on under the surviving id; lines of the access log keep the id that was read, as the chain says. */
export const mergeSubjects = (executor: Executor<GovernanceDB>, merge: SubjectMerge): Promise<Touched[]> =>
  moveLinks(executor, 'governance', LINKS, merge);
