import { isDeepStrictEqual } from 'node:util';
import type { DirectoryEntry } from './directory.ts';

/** What remains of an erased subject: that the id was in use, and nobody's. */
export function emptyEntry(subject: string): DirectoryEntry {
  return subject.startsWith('c1_')
    ? { kind: 'citizen', subject, districts: [], alive: false, mergedInto: null, guardians: [], spouses: [], kin: [] }
    : { kind: 'enterprise', subject, district: null, alive: false, representatives: [], handlers: [], holders: [] };
}

/** Whether the subject was erased; one that was merged, or died, is not gone. */
export function isGone(entry: DirectoryEntry | undefined): boolean {
  return entry !== undefined && isDeepStrictEqual(entry, emptyEntry(entry.subject));
}
