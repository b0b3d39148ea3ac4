import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import type { GovernanceDB, SourceRow } from './database.ts';

/** What is known of sources, latest arrival first; of one department, or of all. */
export const findSources = (executor: Executor<GovernanceDB>, department: string | null): Promise<SourceRow[]> => {
  let query = executor.selectFrom('source').selectAll();
  if (department !== null) query = query.where('department', '=', department);
  return query
    .orderBy(sql`last_arrival desc nulls last`)
    .orderBy('code')
    .execute();
};

/**
 * Takes over what a registry told of its sources; older than held is passed over. Row ids are compared, as transaction
 * ids begin anew in a restored cluster.
 */
export const upsertSources = async (
  executor: Executor<GovernanceDB>,
  rows: readonly Partial<SourceRow>[],
): Promise<void> => {
  for (const row of rows) {
    const { code, event_sequence: sequence } = row;
    if (code === undefined || sequence === undefined) continue;
    await executor
      .insertInto('source')
      .values(row as SourceRow)
      .onConflict((conflict) =>
        conflict
          .column('code')
          .doUpdateSet(row)
          .where(rowId(sql.ref('source.event_sequence')), '<', rowId(sql<string>`${sequence}::text`)),
      )
      .execute();
  }
};

/** The second part of a sequence, zero-padded. */
const rowId = (sequence: RawBuilder<unknown>): RawBuilder<string> => sql<string>`split_part(${sequence}, '.', 2)`;
