import { isRefusedByStore } from '../store/attempt.ts';
import type { Executor, Store } from '../store/store.ts';
import { applyChunk, type Applied, type ApplyParts } from './apply-chunk.ts';
import { keyOf, setAside, type Chunk } from './chunk.ts';
import { errorCodeOf } from './error-code.ts';

/** How a chunk ends: committed after `finish`, or undone, with its counts, for a dry run. */
export interface WriteOptions<DB> {
  holder: string;
  dryRun: boolean;
  finish(executor: Executor<DB>, chunk: Chunk, applied: Applied): Promise<void>;
}

/**
 * Applies a chunk in one transaction. Rows that the registry itself refuses (a reference that does not hold, a rule of a
 * table) are found by halving and set aside, and the chunk is applied without them. Resolves to the chunk as it ended.
 */
export const writeChunk = async <DB>(
  chunk: Chunk,
  parts: ApplyParts<DB>,
  options: WriteOptions<DB>,
): Promise<Chunk> => {
  try {
    return await attempt(chunk, parts, options);
  } catch (error) {
    if (!isRefusedByStore(error)) throw error;
    const refused = await findRefused(chunk, parts, options.holder);
    if (refused.size === 0) throw error;
    const rest = copyChunk(chunk);
    rest.rows = rest.rows.filter(({ line }) => !refused.has(line));
    for (const row of chunk.rows)
      if (refused.has(row.line))
        setAside(rest, {
          line: row.line,
          raw: row.raw,
          reasons: [{ code: 'REFUSED_BY_STORE', column: null }],
          key: keyOf(row, parts.layout),
        });
    return await attempt(rest, parts, options);
  }
};

const attempt = async <DB>(
  given: Chunk,
  parts: ApplyParts<DB>,
  { holder, dryRun, finish }: WriteOptions<DB>,
): Promise<Chunk> => {
  for (let tries = 1; ; tries += 1) {
    const chunk = copyChunk(given, parts.prepare !== null || given.rows.some(({ pending }) => pending.length > 0));
    try {
      await inTransaction(parts.store, holder, !dryRun, async (executor) => {
        const applied = await applyChunk(executor, chunk, parts);
        await finish(executor, chunk, applied);
      });
      return chunk;
    } catch (error) {
      if (tries === 3 || !isTransient(error)) throw error;
    }
  }
};

class Undo extends Error {}

const inTransaction = async <DB>(
  store: Store<DB>,
  holder: string,
  keep: boolean,
  work: (executor: Executor<DB>) => Promise<void>,
): Promise<void> => {
  try {
    await store.transaction({ holder, priority: 'bulk' }, async (executor) => {
      await work(executor);
      if (!keep) throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
};

/** Lines of the rows that the registry refuses, each found in a transaction that is undone. */
const findRefused = async <DB>(chunk: Chunk, parts: ApplyParts<DB>, holder: string): Promise<ReadonlySet<number>> => {
  const refused = new Set<number>();
  const search = async (rows: Chunk['rows']): Promise<void> => {
    const part = copyChunk({ ...chunk, rows });
    try {
      await inTransaction(parts.store, holder, false, async (executor) => {
        await applyChunk(executor, part, parts);
      });
    } catch (error) {
      if (!isRefusedByStore(error)) throw error;
      const [only] = rows;
      if (rows.length === 1 && only) {
        refused.add(only.line);
        return;
      }
      const middle = Math.ceil(rows.length / 2);
      await search(rows.slice(0, middle));
      await search(rows.slice(middle));
    }
  };
  await search(chunk.rows);
  return refused;
};

/** What an attempt writes on: itself undone, the chunk must be as it was. Only a `prepare` hook, and what is known of persons by then, write on rows. */
const copyChunk = (chunk: Chunk, withRows = true): Chunk => ({
  ...chunk,
  rows: withRows
    ? chunk.rows.map((row) => ({ ...row, values: [...row.values], reasons: [...row.reasons] }))
    : [...chunk.rows],
  setAside: [...chunk.setAside],
  tally: structuredClone(chunk.tally),
});

/** Serialization failure, deadlock. */
const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(errorCodeOf(error));
