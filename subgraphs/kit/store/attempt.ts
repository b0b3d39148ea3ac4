import { sql, type QueryExecutorProvider } from 'kysely';

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation): the data is refused, the store is well. */
export const isRefusedByStore = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23][0-9A-Z]{3}$/.test(String(error.code));

/** Does some work of a transaction, or, where the store refuses its data, none of it. Resolves to whether it was done. */
export const attempt = async (executor: QueryExecutorProvider, work: () => Promise<void>): Promise<boolean> => {
  await sql`savepoint attempt`.execute(executor);
  try {
    await work();
  } catch (error) {
    if (!isRefusedByStore(error)) throw error;
    await sql`rollback to savepoint attempt; release savepoint attempt`.execute(executor);
    return false;
  }
  await sql`release savepoint attempt`.execute(executor);
  return true;
};
