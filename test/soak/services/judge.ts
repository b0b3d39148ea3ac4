import { isDeepStrictEqual } from 'node:util';
import { isRefusal, faultsOf, type Answer } from '../../services/client.ts';

type Path = readonly (string | number)[];

const LOST = new Set(['UNAVAILABLE', 'TIMEOUT']);

/** Whether nothing of it is missing. */
export const isWhole = (answer: Answer): boolean =>
  answer.status === 200 && (answer.errors ?? []).every(({ extensions }) => !LOST.has(String(extensions?.['code'])));

const startsWith = (path: Path, start: Path): boolean =>
  start.length <= path.length && start.every((key, index) => key === path[index]);

/** Others read one's file meanwhile: the log grows, and loses nothing. */
const findFaultOfLog = (expected: unknown, got: unknown): string | null => {
  const [before, now] = [expected, got].map((log) => Number((log as { totalCount?: number } | null)?.totalCount));
  return before !== undefined && now !== undefined && now >= before
    ? null
    : `${String(now)} lines after ${String(before)}`;
};

/**
 * What is wrong with an answer beside the undisturbed one, or null: each part is equal to it, or null with UNAVAILABLE or
 * TIMEOUT at its path (or below, where null may not stand); there is no other error than in the undisturbed answer.
 */
export const findFault = (expected: Answer, got: Answer): string | null => {
  const lost: Path[] = (got.errors ?? [])
    .filter(({ extensions }) => LOST.has(String(extensions?.['code'])))
    .map(({ path = [] }) => path);
  const known = new Set(faultsOf(expected));
  const strange = faultsOf(got).find(
    (fault) => !/^(UNAVAILABLE|TIMEOUT) /.test(fault) && !known.has(fault) && !isRefusal(fault),
  );
  if (strange !== undefined) return `the error ${strange}`;
  // A registry that cannot give an entity says so at the entity, of which the key stands and the registry's fields are null.
  const isLost = (at: Path) =>
    lost.some(
      (path) => path.length === 0 || startsWith(path, at) || (path.length === at.length - 1 && startsWith(at, path)),
    );

  const compare = (before: unknown, now: unknown, at: Path): string | null => {
    if (isDeepStrictEqual(before, now)) return null;
    if (now === null && isLost(at)) return null;
    if (at.length === 2 && at[1] === 'accessLog') return findFaultOfLog(before, now);
    const isSame =
      typeof before === 'object' && typeof now === 'object' && before !== null && now !== null
        ? isDeepStrictEqual(Object.keys(before), Object.keys(now))
        : false;
    if (!isSame) {
      const near = (got.errors ?? [])
        .filter(({ path = [] }) => startsWith(path, at))
        .map(({ extensions }) => extensions);
      const why = near.length === 0 ? `, errors: ${faultsOf(got).join(', ')}` : ` with ${JSON.stringify(near)}`;
      return `${at.join('.')}: ${JSON.stringify(now)} instead of ${JSON.stringify(before)}${why}`;
    }
    for (const [key, value] of Object.entries(before as object)) {
      const place = Array.isArray(before) ? Number(key) : key;
      const fault = compare(value, (now as Record<string, unknown>)[key], [...at, place]);
      if (fault !== null) return fault;
    }
    return null;
  };
  // Without data there is one error, which decides the status.
  const data = got.data ?? null;
  if (data === null) return lost.length > 0 ? null : `status ${got.status} without data, and without a reason`;
  return compare(expected.data, data, []);
};
