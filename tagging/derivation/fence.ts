import { sql, type QueryExecutorProvider } from 'kysely';

/** A number above all that were taken before. Whoever takes it before reading writes over whoever read earlier, however slow. */
export const takeFence = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<{ fence: string }>`select nextval('tagging.fence') as fence`.execute(executor);
  return Number(rows[0]?.fence);
};
