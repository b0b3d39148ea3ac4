import type { DirectoryEntry } from '../directory/directory.ts';

/** What happened in a registry, written to its outbox in the transaction that made it so. */
export interface Change {
  /** e.g. `citizen.changed`, `enterprise.changed`, `mandate.withdrawn`, `file.read`, `subject.erased`. */
  kind: string;
  /** A citizen's own act (`own`) passes before a bulk load (`bulk`). */
  lane: 'own' | 'bulk';
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

/** A change as consumers receive it. */
export interface ChangeEvent extends Change {
  /** The registry it comes from: `personal`, `enterprises`, … */
  registry: string;
  /** Order within the registry: transaction id and row id, zero-padded so that strings compare as numbers do. */
  sequence: string;
  /** RFC 3339. */
  at: string;
  schemaVersion: number;
}
