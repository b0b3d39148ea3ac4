import { sql } from 'kysely';
import type { Store } from '../store/store.ts';
import { IngestRefusal } from './reasons.ts';

const BEAT_MS = 15_000;

/**
 * One drop of a source at a time. On PostgreSQL by an advisory lock on a connection of its own, which falls with the process
 * that held it; the embedded store has one process only, so there a set in memory does.
 */
export const createExclusive = <DB>(store: Store<DB>): (<T>(source: string, work: () => Promise<T>) => Promise<T>) => {
  const running = new Set<string>();
  const busy = (source: string): IngestRefusal =>
    new IngestRefusal('BUSY', `${source} is taken; try again when it is done.`);
  return async (source, work) => {
    if (running.has(source)) throw busy(source);
    running.add(source);
    try {
      if (store.engine === 'pglite') return await work();
      return await store.read({ holder: `ingest ${source}`, priority: 'bulk' }, async (executor) => {
        const lock = sql`hashtext(${`ingest ${store.schema}`}), hashtext(${source})`;
        const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${lock}) as held`.execute(executor);
        if (!rows[0]?.held) throw busy(source);
        // A lease that lies idle is taken back.
        const beat = setInterval(() => void sql`select 1`.execute(executor).catch(() => undefined), BEAT_MS);
        try {
          return await work();
        } finally {
          clearInterval(beat);
          await sql`select pg_advisory_unlock(${lock})`.execute(executor);
        }
      });
    } finally {
      running.delete(source);
    }
  };
};
