import type { DirectoryEntry } from './directory.ts';

/** What remains of an erased subject: that the id was in use, and nobody's. */
export function emptyEntry(subject: string): DirectoryEntry {
  const common = { subject, district: null, alive: false };
  return subject.startsWith('c1_')
    ? { kind: 'citizen', ...common, mergedInto: null, guardians: [], spouses: [], kin: [] }
    : { kind: 'enterprise', ...common, representatives: [], handlers: [], holders: [] };
}
