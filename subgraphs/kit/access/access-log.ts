import type { Viewer } from '../../../schema/viewer.ts';
import type { Change } from '../feed/change.ts';

/** The payload of a `file.read` change: who read, in which duty. It carries no datum that was read. */
export interface ReadingPayload {
  role: string;
  reader: string | null;
  department: string | null;
  district: string | null;
  purpose: string | null;
  caseNo: string | null;
  actingFor: string | null;
}

/**
 * One change per subject that somebody else read in an operation; `system` reads in batches and leaves one line for all
 * (GB/T 35273: the log tells who, when, why and which items).
 */
export const toReadingChanges = (
  viewer: Viewer,
  readings: ReadonlyMap<string, ReadonlySet<string>>,
  operation: { operationId: string; traceId: string | null },
): Change[] => {
  const who: ReadingPayload = {
    role: viewer.role,
    reader: viewer.subject,
    department: viewer.department,
    district: viewer.district,
    purpose: viewer.purpose,
    caseNo: viewer.caseNo,
    actingFor: viewer.actingFor,
  };
  const toChange = (
    affects: [string, ...string[]],
    items: readonly string[],
    payload: Readonly<Record<string, unknown>>,
  ): Change => ({
    kind: 'file.read',
    lane: 'own',
    affects,
    items,
    ...operation,
    payload,
  });
  if (viewer.role === 'system') {
    const [first, ...rest] = readings.keys();
    if (first === undefined) return [];
    const items = new Set([...readings.values()].flatMap((coordinates) => [...coordinates]));
    return [toChange([first], [...items], { ...who, subjects: rest.length + 1 })];
  }
  return [...readings].map(([subject, items]) => toChange([subject], [...items], { ...who }));
};
