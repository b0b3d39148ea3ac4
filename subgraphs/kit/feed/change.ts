import type { DirectoryEntry } from '../directory/directory.ts';

/** A citizen's own act (`own`) passes before a bulk load (`bulk`). */
export type Lane = 'own' | 'bulk';

export const LANES: readonly Lane[] = ['own', 'bulk'];

/** All obey it: what is held of the subject is deleted or emptied. */
export const SUBJECT_ERASED = 'subject.erased';

/** The first subject's file was merged into the second's; all move what they hold. */
export const SUBJECT_MERGED = 'subject.merged';

/** What happened in a registry, written to its outbox in the transaction that made it so. */
export interface Change {
  /** e.g. `citizen.changed`, `enterprise.changed`, `mandate.withdrawn`, `file.read`, `subject.erased`. */
  kind: string;
  lane: Lane;
  /** Everyone whose file this touches, before and after (`c1_…`, USCC). The first is the partition's subject. */
  affects: readonly [string, ...string[]];
  /** Schema coordinates that changed (or were read). */
  items: readonly string[];
  operationId: string | null;
  traceId: string | null;
  /** Set when what others need to know of the subject (district, relations, alive) is new. */
  directory?: DirectoryEntry;
  /** What the kind carries beside; small, JSON, no names and no numbers of persons. */
  payload?: Readonly<Record<string, unknown>>;
}

/**
 * A change as consumers receive it. It may come twice, and after a failure older ones may come again: a writer applies
 * an event only when `versionOf(event)` is newer than what it stored for (registry, subject), in the same statement.
 */
export interface ChangeEvent extends Change {
  /** The registry it comes from: `personal`, `enterprises`, … */
  registry: string;
  /** Order within the registry: transaction id and row id, zero-padded so that strings compare as numbers do. */
  sequence: string;
  /** RFC 3339. */
  at: string;
  schemaVersion: number;
}
