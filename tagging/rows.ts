import type { Evidence, HeldTag } from './tag-store/tag-store.ts';

export type { Evidence as EvidenceRow } from './tag-store/tag-store.ts';

/** What became of a contest. */
export type ContestState = 'OPEN' | 'KEPT' | 'REMOVED';

/** A contest as it is held. */
export interface ContestRow {
  readonly heldTag: string;
  readonly subject: string;
  readonly tag: string;
  readonly claim: string;
  readonly state: ContestState;
  /** RFC 3339. */
  readonly openedAt: string;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

/** A tag on a subject as it is answered; days are civil days. */
export interface HeldTagRow {
  readonly id: string;
  readonly subject: string;
  readonly tag: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly state: HeldTag['state'];
  readonly version: number;
  /** What the viewer may see of what decides. */
  readonly evidence: readonly Evidence[];
  /** Whether more decides than the viewer may see. */
  readonly isHidden: boolean;
  readonly contested: ContestState | null;
  readonly decision: string | null;
  readonly stale: boolean;
}
