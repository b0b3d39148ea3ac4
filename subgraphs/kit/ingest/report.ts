import { REASONS, WARNINGS, type ReasonCode, type WarningCode } from './reasons.ts';
import type { Tally } from './tally.ts';

/** What came of a drop. The four counts are disjoint and sum to `rows`. */
export interface IngestReport {
  source: string;
  rows: number;
  accepted: number;
  changed: number;
  unchanged: number;
  quarantined: number;
  /** Rows by reason; a row with two reasons counts in both. */
  reasons: Readonly<Partial<Record<string, number>>>;
  seconds: number;
  /** Records that a full drop left out and that were closed. */
  closed: number;
  normalised: Readonly<Partial<Record<string, number>>>;
  warnings: Readonly<Partial<Record<string, number>>>;
  encoding: string | null;
  /** Whether an interrupted ingest of the same bytes was taken up again. */
  resumed: boolean;
  dryRun: boolean;
  batch: number | null;
  /** Why the drop was refused whole, else null. */
  refused: { code: string; message: string } | null;
}

export const toReport = (
  source: string,
  tally: Tally,
  more: Pick<IngestReport, 'seconds' | 'encoding' | 'resumed' | 'dryRun' | 'batch'> & {
    refused?: IngestReport['refused'];
  },
): IngestReport => {
  const { rows, accepted, changed, unchanged, quarantined, closed, reasons, normalised, warnings } = tally;
  return {
    source,
    rows,
    accepted,
    changed,
    unchanged,
    quarantined,
    reasons,
    closed,
    normalised,
    warnings,
    refused: null,
    ...more,
  };
};

/** The report as `--json` prints it: exactly these eight keys. A drop that was refused whole gives its reason among `reasons`. */
export const toJsonLine = ({
  source,
  rows,
  accepted,
  changed,
  unchanged,
  quarantined,
  seconds,
  ...report
}: IngestReport): string => {
  const reasons = report.refused ? { ...report.reasons, [report.refused.code]: 1 } : report.reasons;
  return JSON.stringify({ source, rows, accepted, changed, unchanged, quarantined, reasons, seconds });
};

/** Several files of one source as one report. */
export const sumReports = (reports: readonly [IngestReport, ...IngestReport[]]): IngestReport =>
  reports.slice(1).reduce(
    (sum, each): IngestReport => ({
      ...sum,
      ...Object.fromEntries(
        (['rows', 'accepted', 'changed', 'unchanged', 'quarantined', 'closed'] as const).map((key) => [
          key,
          sum[key] + each[key],
        ]),
      ),
      seconds: Math.round((sum.seconds + each.seconds) * 1000) / 1000,
      reasons: addUp(sum.reasons, each.reasons),
      normalised: addUp(sum.normalised, each.normalised),
      warnings: addUp(sum.warnings, each.warnings),
      refused: sum.refused ?? each.refused,
    }),
    reports[0],
  );

const addUp = (one: IngestReport['reasons'], other: IngestReport['reasons']): IngestReport['reasons'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  );

/** The report for people: the counts, and each reason and warning with its sentence. */
export const toText = (report: IngestReport): string => {
  if (report.refused) return `${report.source}: refused (${report.refused.code}). ${report.refused.message}`;
  const { rows, accepted, changed, unchanged, quarantined, seconds } = report;
  const lines = [
    `${report.source}: ${rows} rows in ${seconds} s${report.resumed ? ', taken up where it was interrupted' : ''}${report.dryRun ? ' (dry run: nothing was written)' : ''}`,
    `  accepted ${accepted}, changed ${changed}, unchanged ${unchanged}, quarantined ${quarantined}${report.closed > 0 ? `, closed ${report.closed}` : ''}`,
    ...Object.entries(report.reasons).map(([code, times]) => `  ${times} × ${code}: ${REASONS[code as ReasonCode]}`),
    ...Object.entries(report.warnings).map(
      ([code, times]) => `  note: ${times} × ${code}: ${WARNINGS[code as WarningCode]}`,
    ),
    ...Object.entries(report.normalised).map(([code, times]) => `  normalised: ${times} × ${code}`),
    ...(report.encoding === null ? [] : [`  encoding ${report.encoding}`]),
  ];
  return lines.join('\n');
};

/** Seconds since a reading of `performance.now()`, to the millisecond. */
export const secondsSince = (began: number): number => Math.round(performance.now() - began) / 1000;
