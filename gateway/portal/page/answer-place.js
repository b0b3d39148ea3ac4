const sameStart = (path, start) => start.every((step, index) => path[index] === step);

const createPlace = (value, path, errors, shown) => ({
  value,
  /** The error that made this value null, if one did. */
  get problem() {
    if (value !== null) return undefined;
    const found = errors.find(({ path: at }) => at !== undefined && at.length === path.length && sameStart(at, path));
    if (found !== undefined) shown.add(found);
    return found;
  },
  get: (key) => createPlace(value?.[key], [...path, key], errors, shown),
  /** Counts the errors below this place as told, e.g. because the same is shown elsewhere. */
  settle: () => {
    for (const error of errors) if (error.path !== undefined && sameStart(error.path, path)) shown.add(error);
  },
  items: () =>
    Array.isArray(value) ? value.map((item, index) => createPlace(item, [...path, index], errors, shown)) : [],
});

/**
 * An answer to walk through: each place has a value (undefined: not asked for), its problem, and the places below it.
 * `unshown` gives the errors that no place was asked about.
 */
export const readAnswer = ({ data, errors = [] }) => {
  const shown = new Set();
  return {
    root: createPlace(data ?? undefined, [], errors, shown),
    unshown: () => errors.filter((error) => !shown.has(error)),
  };
};
