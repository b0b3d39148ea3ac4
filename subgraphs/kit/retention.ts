import { sql } from 'kysely';
import type { RetentionTerm } from './definition.ts';
import { toInterval } from './duration.ts';
import type { Logger } from 'pino';
import type { Store } from './store/store.ts';

const ROWS_PER_SWEEP = 1_000;
const SWEEP_EVERY_MS = 24 * 3_600_000;

/** The terms of the tables that the kit keeps in every registry. */
const KIT_RETENTION: readonly RetentionTerm[] = [
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

export interface SweepParts<DB> {
  store: Store<DB>;
  /** The registry's own terms; the kit's tables come with them. */
  terms: readonly RetentionTerm[];
  clock: () => Date;
  log: Logger;
}

/** Sweeps now and once a day; resolves when it is stopped. */
export const startSweeps = <DB>({ store, terms, clock, log }: SweepParts<DB>): (() => Promise<void>) => {
  const sweep = () => {
    sweepRetention(store, [...KIT_RETENTION, ...terms], clock()).catch((err: unknown) =>
      log.warn({ err, subgraph: store.schema }, 'retention sweep failed'),
    );
  };
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  sweep();
  return () => {
    clearInterval(timer);
    return Promise.resolve();
  };
};
