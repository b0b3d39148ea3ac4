import type { DirectoryEntry } from './directory.ts';

/** What remains of an erased subject: that the id was in use, and nobody's. */
export function emptyEntry(subject: string): DirectoryEntry {
  const common = { subject, erased: true, alive: false } as const;
  return subject.startsWith('c1_')
    ? { kind: 'citizen', ...common, districts: [], mergedInto: null, guardians: [], spouses: [], kin: [] }
    : { kind: 'enterprise', ...common, district: null, representatives: [], handlers: [], holders: [] };
}

/** Whether the subject was erased; one that was merged, or died, is not gone. */
export function isGone(entry: DirectoryEntry | undefined): boolean {
  return entry?.erased === true;
}
