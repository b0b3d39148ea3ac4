import { sql } from 'kysely';
import type { SubjectMerge, Touched } from '../../subgraphs/kit/definition.ts';
import { moveLinks } from '../../subgraphs/kit/move-links.ts';
import type { Executor } from '../../subgraphs/kit/store/store.ts';
import type { TaggingDB } from './database.ts';

type Db = Executor<TaggingDB>;

/**
 * Removes what a subject said of its tags; the tags themselves fall with the change that tells of the erasure. What it said
 * for a ward or an enterprise stays, and names nobody.
 */
export const eraseSayings = async (executor: Db, subject: string): Promise<Touched[]> => {
  await executor.deleteFrom('contest').where('subject', '=', subject).execute();
  await executor.deleteFrom('preference').where('subject', '=', subject).execute();
  await executor
    .updateTable('contest')
    .set({ raised_by: sql<string>`'erased:' || gen_random_uuid()` })
    .where('raised_by', '=', subject)
    .execute();
  return [];
};

/**
 * Contests go on under the surviving id, which their own id names; where the survivor contested the same, or chose for
 * itself whether it is recommended to, that holds.
 */
export const mergeSayings = async (executor: Db, merge: SubjectMerge): Promise<Touched[]> => {
  const { from, into } = merge;
  await sql`
    insert into tagging.contest
      (held_tag, subject, tag, since, claim, raised_by, state, opened_at, decided_at, decided_by, reason)
    select ${into}::text || substr(held_tag, length(subject) + 1), ${into}::text, tag, since, claim, raised_by, state, opened_at,
      decided_at, decided_by, reason
    from tagging.contest where subject = ${from}
    on conflict (held_tag) do nothing`.execute(executor);
  await executor.deleteFrom('contest').where('subject', '=', from).execute();
  return moveLinks(
    executor,
    'tagging',
    [
      { table: 'contest', column: 'raised_by' },
      { table: 'preference', column: 'subject', key: [] },
    ],
    merge,
  );
};
