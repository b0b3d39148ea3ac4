import { toCopyLine } from '../../subgraphs/kit/store/copy-line.ts';
import { sinceOf, toStored, untilOf } from './days.ts';
import type { Evidence, HeldTag } from './tag-store.ts';

/** A tag on a subject as SQL keeps it. */
export interface HeldRow {
  readonly subject: string;
  readonly tag: string;
  readonly since: number | null;
  readonly until: number | null;
  readonly state: HeldTag['state'];
  readonly version: number;
  readonly evidence: readonly Evidence[];
}

export const toHeldRow = (subject: string, held: HeldTag): HeldRow => ({
  ...held,
  subject,
  since: toStored(held.since),
  until: toStored(held.until),
});

export const toHeldTag = ({ tag, since, until, state, version, evidence }: HeldRow): HeldTag => ({
  tag,
  since: sinceOf(since),
  until: untilOf(until),
  state,
  version,
  evidence,
});

/** In COPY's text format: the columns of `HELD_COLUMNS`. */
export const HELD_COLUMNS = ['subject', 'tag', 'since', 'until', 'state', 'version', 'evidence'] as const;

export const toHeldLine = (row: HeldRow): string =>
  toCopyLine([
    row.subject,
    row.tag,
    textOf(row.since),
    textOf(row.until),
    row.state,
    String(row.version),
    JSON.stringify(row.evidence),
  ]);

const textOf = (day: number | null): string | null => (day === null ? null : String(day));
