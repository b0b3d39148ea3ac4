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
