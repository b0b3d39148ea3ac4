import { isDeepStrictEqual } from 'node:util';
import type { QueryExecutorProvider } from 'kysely';
import { SUBJECT_ERASED, type Change } from '../feed/change.ts';
import { appendChanges } from '../feed/outbox.ts';
import type { DirectoryEntry } from './directory.ts';
import { emptyEntry } from './empty-entry.ts';
import type { SqlDirectory } from './sql-directory.ts';

export interface RecordOptions {
  schema: string;
  directory: SqlDirectory;
  /** What the registry's tables say now of those of the subjects that it owns. */
  describe: (subjects: readonly string[]) => Promise<readonly DirectoryEntry[]>;
}

/**
 * Writes changes to the outbox and, where they alter what others need to know of a subject, the registry's own
 * directory and the new entry with them: on the change whose subject it is, else as a `directory.changed` of its own.
 * The caller has locked the subjects (`lockSubjects`) before it changed or read their rows.
 */
export async function recordChanges(
  executor: QueryExecutorProvider,
  { schema, directory, describe }: RecordOptions,
  changes: readonly Change[],
): Promise<void> {
  const erased = changes.flatMap(({ kind, affects }) => (kind === SUBJECT_ERASED ? [affects[0]] : []));
  const living = new Set(changes.flatMap(({ affects }) => affects).filter((subject) => !erased.includes(subject)));
  const described = [...(await describe([...living])), ...erased.map(emptyEntry)];
  const held = await directory.findHeld(
    executor,
    described.map(({ subject }) => subject),
  );
  const altered = new Map(
    described.flatMap((entry) => (isDeepStrictEqual(held.get(entry.subject), entry) ? [] : [[entry.subject, entry]])),
  );
  await directory.applyOwn(executor, [...altered.values()]);
  await appendChanges(executor, schema, withEntries(changes, altered));
}

/** Puts each altered entry on the last change of its subject, and makes a change of its own for the rest. */
function withEntries(changes: readonly Change[], altered: ReadonlyMap<string, DirectoryEntry>): Change[] {
  const waiting = new Map(altered);
  const carrying = changes
    .toReversed()
    .map((change) => {
      const entry = waiting.get(change.affects[0]);
      waiting.delete(change.affects[0]);
      return entry ? { ...change, directory: entry } : change;
    })
    .reverse();
  const cause = changes.at(-1);
  if (!cause) return [];
  const { lane, operationId, traceId } = cause;
  const own = [...waiting.values()].map((directory): Change => ({
    kind: 'directory.changed',
    lane,
    affects: [directory.subject],
    items: [],
    operationId,
    traceId,
    directory,
  }));
  return [...carrying, ...own];
}
