import type { Normalisation, ReasonCode, WarningCode } from './reasons.ts';

/** What is counted while rows are checked; one per chunk, added to the batch in the chunk's transaction. */
export interface Tally {
  rows: number;
  accepted: number;
  changed: number;
  unchanged: number;
  quarantined: number;
  /** Records that a full drop left out and that were closed. */
  closed: number;
  /** Rows by reason; a row with two reasons counts in both. */
  reasons: Partial<Record<ReasonCode, number>>;
  normalised: Partial<Record<Normalisation, number>>;
  warnings: Partial<Record<WarningCode, number>>;
  /** Filled cells by column in the order of the declaration, of rows that could be read. */
  filled: number[];
}

export const createTally = (): Tally => ({
  rows: 0,
  accepted: 0,
  changed: 0,
  unchanged: 0,
  quarantined: 0,
  closed: 0,
  reasons: {},
  normalised: {},
  warnings: {},
  filled: [],
});

export const count = <K extends string>(counts: Partial<Record<K, number>>, key: K, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by;
};

export const addTally = (one: Tally, other: Tally): Tally => ({
  rows: one.rows + other.rows,
  accepted: one.accepted + other.accepted,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  quarantined: one.quarantined + other.quarantined,
  closed: one.closed + other.closed,
  reasons: addCounts(one.reasons, other.reasons),
  normalised: addCounts(one.normalised, other.normalised),
  warnings: addCounts(one.warnings, other.warnings),
  filled: Array.from(
    { length: Math.max(one.filled.length, other.filled.length) },
    (_, at) => (one.filled[at] ?? 0) + (other.filled[at] ?? 0),
  ),
});

const addCounts = <K extends string>(
  one: Partial<Record<K, number>>,
  other: Partial<Record<K, number>>,
): Partial<Record<K, number>> => {
  const sum = { ...one };
  for (const [key, by] of Object.entries(other) as [K, number][]) count(sum, key, by);
  return sum;
};
