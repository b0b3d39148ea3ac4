import { sql, type QueryExecutorProvider } from 'kysely';

/** A number above all that were taken before. Whoever takes it before reading writes over whoever read earlier, however slow. */
export const takeFence = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<{ fence: string }>`select nextval('tagging.fence') as fence`.execute(executor);
  return Number(rows[0]?.fence);
};

/** The last number that was taken. */
export const readFence = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<{ fence: string }>`select last_value as fence from tagging.fence`.execute(executor);
  return Number(rows[0]?.fence ?? 0);
};

/**
 * Lifts the next fence above one that a store was written under: else what is derived after the database was put back, or
 * begun anew, would be taken for late.
 */
export const liftFence = async (executor: QueryExecutorProvider, above: number): Promise<void> => {
  await sql`
    select setval('tagging.fence', ${above}::bigint) from tagging.fence where last_value < ${above}::bigint`.execute(
    executor,
  );
};
