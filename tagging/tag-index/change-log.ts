/** Which subjects changed, in order, as far back as it goes. */
export interface ChangeLog {
  /** How many changes there have been. */
  readonly count: number;
  add(subject: number): void;
  /** Calls back for each change after so many; false, and no call, when it does not go back so far. */
  forEachAfter(count: number, changed: (subject: number) => void): boolean;
}

/** Keeps the last `capacity` changes. */
export const createChangeLog = (capacity: number): ChangeLog => {
  const subjects = new Int32Array(capacity);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: (subject) => {
      subjects[count % capacity] = subject;
      count += 1;
    },
    forEachAfter: (from, changed) => {
      if (count - from > capacity) return false;
      for (let at = from; at < count; at += 1) changed(subjects[at % capacity] ?? 0);
      return true;
    },
  };
};
