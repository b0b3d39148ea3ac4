import type { ContestState } from '../rows.ts';

/** Tables of the schema `tagging` that the subgraph asks by itself, as kysely sees them; the others belong to derivation. */
export interface TaggingDB {
  contest: ContestTable;
  preference: { subject: string; is_personalised: boolean };
  published: { name: string; kind: string; hash: string; published_at: string };
  perturbation: { singleton: boolean; secret: string };
}

export interface ContestTable {
  held_tag: string;
  subject: string;
  tag: string;
  /** Days since 1970-01-01; null: since ever. */
  since: number | null;
  claim: string;
  raised_by: string;
  state: ContestState;
  opened_at: string;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
}
