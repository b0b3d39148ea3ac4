import { sql } from 'kysely';
import type { RetentionTerm } from './definition.ts';
import { toInterval } from './duration.ts';
import type { Store } from './store/store.ts';

const ROWS_PER_SWEEP = 1_000;

/** The terms of the tables that the kit keeps in every registry. */
export const KIT_RETENTION: readonly RetentionTerm[] = [
  { table: 'request_key', column: 'at', term: 'P30D' },
  { table: 'ingest_quarantine', column: 'expires_at', term: 'P0D' },
];

/** Deletes what has outlived its term as of `now`, in small transactions; resolves to rows deleted by table. */
export const sweepRetention = async <DB>(
  store: Store<DB>,
  terms: readonly RetentionTerm[],
  now: Date,
): Promise<Readonly<Record<string, number>>> => {
  const swept: Record<string, number> = {};
  for (const { table, column, term, where = 'true' } of terms) {
    const name = sql.table(`${store.schema}.${table}`);
    let deleted: number;
    do {
      deleted = await store.transaction({ holder: `${store.schema}.retention`, priority: 'bulk' }, async (executor) => {
        const result = await sql`delete from ${name} where ctid in (
          select ctid from ${name} where ${sql.ref(column)} < ${now.toISOString()}::timestamptz - ${toInterval(term)}::interval
            and ${sql.raw(where)}
          limit ${ROWS_PER_SWEEP})`.execute(executor);
        return Number(result.numAffectedRows ?? 0);
      });
      swept[table] = (swept[table] ?? 0) + deleted;
    } while (deleted === ROWS_PER_SWEEP);
  }
  return swept;
};
