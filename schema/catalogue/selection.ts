import type { Selection } from './lists.ts';

/** The coordinates that a list's selection means, and those it names that do not exist. */
export function selectCoordinates(
  selection: Selection,
  coordinates: readonly string[],
): { selected: readonly string[]; unknown: readonly string[] } {
  const perType = Object.entries(selection).map(([type, fields]) => {
    const all = coordinates.filter((coordinate) => coordinate.startsWith(`${type}.`));
    if (fields === '*') return { selected: all, unknown: all.length === 0 ? [`${type}.*`] : [] };
    const named = (Array.isArray(fields) ? fields : fields.except).map((field) => `${type}.${field}`);
    return {
      selected: Array.isArray(fields)
        ? named.filter((name) => all.includes(name))
        : all.filter((name) => !named.includes(name)),
      unknown: named.filter((name) => !all.includes(name)),
    };
  });
  return { selected: perType.flatMap(({ selected }) => selected), unknown: perType.flatMap(({ unknown }) => unknown) };
}
