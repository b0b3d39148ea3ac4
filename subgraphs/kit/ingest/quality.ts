import type { SourceDeclaration } from './declaration.ts';
import type { Tally } from './tally.ts';

/** The three figures of a batch: 完整性, 准确性, 实时性. */
export interface Quality {
  /** Share of rows in which a column is filled, by column. */
  completeness: Readonly<Record<string, number>>;
  /** Share of rows that passed every check. */
  accuracy: number;
  /** Days from the day that the drop tells of to its arrival. */
  timelinessDays: number;
}

export const measureQuality = (
  declaration: SourceDeclaration,
  tally: Tally,
  days: { date: string; arrived: string },
): Quality => ({
  completeness: Object.fromEntries(
    Object.keys(declaration.columns).map((name, at) => [name, share(tally.filled[at] ?? 0, tally.rows)]),
  ),
  accuracy: share(tally.rows - tally.quarantined, tally.rows),
  timelinessDays: Math.round((Date.parse(days.arrived) - Date.parse(days.date)) / 86_400_000),
});

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000);
