import type { QueryExecutorProvider } from 'kysely';
import { SUBJECT_ERASED, SUBJECT_MERGED, type Change } from '../feed/change.ts';
import { writeChanges } from '../feed/outbox.ts';
import type { Store } from '../store/store.ts';
import type { DirectoryEntry } from './directory.ts';
import { emptyEntry } from './empty-entry.ts';
import type { SqlDirectory } from './sql-directory.ts';

export interface RecordOptions<DB> {
  store: Store<DB>;
  directory: SqlDirectory;
  /** What the registry's tables say now of those of the subjects that it owns. */
  describe: (subjects: readonly string[]) => Promise<readonly DirectoryEntry[]>;
}

/**
 * Writes changes to the outbox and, where they alter what others need to know of a subject, the registry's own
 * directory and the new entry with them: on the change whose subject it is, else as a `directory.changed` of its own.
 * The caller has locked the subjects (`lockSubjects`) before it changed or read their rows.
 */
export async function recordChanges<DB>(
  executor: QueryExecutorProvider,
  { store, directory, describe }: RecordOptions<DB>,
  changes: readonly Change[],
): Promise<void> {
  const erased = new Set(changes.flatMap(({ kind, affects }) => (kind === SUBJECT_ERASED ? [affects[0]] : [])));
  const living = new Set<string>();
  for (const { affects } of changes) for (const subject of affects) if (!erased.has(subject)) living.add(subject);
  const described = [...(await describe([...living])), ...[...erased].map(emptyEntry)];
  const merging = described.filter(isMerged).map(({ subject }) => subject);
  const held = merging.length === 0 ? null : await directory.findHeld(executor, merging);
  const altered = await directory.applyOwn(executor, described);
  const entries = new Map(described.flatMap((entry) => (altered.has(entry.subject) ? [[entry.subject, entry]] : [])));
  const merged = merging.filter((subject) => altered.has(subject) && !isMerged(held?.get(subject)));
  await writeChanges(store, executor, withEntries(changes, entries, new Set(merged)));
}

const isMerged = (entry: DirectoryEntry | undefined): boolean =>
  entry?.kind === 'citizen' && entry.mergedInto !== null && entry.mergedInto !== entry.subject;

/** Puts each altered entry on the last change of its subject, and makes a change of its own for the rest; a merge always is one. */
function withEntries(
  changes: readonly Change[],
  altered: ReadonlyMap<string, DirectoryEntry>,
  merged: ReadonlySet<string>,
): Change[] {
  const waiting = new Map(altered);
  const carrying = changes
    .toReversed()
    .map((change) => {
      const [subject] = change.affects;
      const entry = merged.has(subject) ? undefined : waiting.get(subject);
      if (entry) waiting.delete(subject);
      return entry ? { ...change, directory: entry } : change;
    })
    .reverse();
  const cause = changes.at(-1);
  if (!cause) return [];
  const { lane, operationId, traceId } = cause;
  const own = [...waiting.values()].map((directory): Change => ({
    ...(merged.has(directory.subject) && directory.kind === 'citizen' && directory.mergedInto !== null
      ? { kind: SUBJECT_MERGED, affects: [directory.subject, directory.mergedInto] as const }
      : { kind: 'directory.changed', affects: [directory.subject] as const }),
    lane,
    items: [],
    operationId,
    traceId,
    directory,
  }));
  return [...carrying, ...own];
}
