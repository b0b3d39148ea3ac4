import type { Day } from '../../subgraphs/kit/civil/day.ts';
import type { SubjectKind } from '../engine/rule.ts';

/**
 * The store of what is believed now: which subject holds which tag from when until when, and how subjects hang together.
 * Two implementations, Neo4j and SQL, pass one contract suite. What was believed before stands in the ledger.
 */
export interface TagStore {
  /** Makes the tags known and their tree; what is not named falls, with what is held of it. */
  publish(tags: readonly PublishedTag[]): Promise<void>;
  /**
   * Replaces all that is held of each subject, in one transaction. A set whose fence is below that of what is held is
   * passed over: it comes of a slower reader. Resolves to the subjects that were replaced.
   */
  replace(sets: readonly TagSet[]): Promise<ReadonlySet<string>>;
  /** What is held of these subjects, by subject; unknown ones are left out. */
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, TagSet>>;
  /**
   * Everything that was written under a fence above `fence` (everything there is, when left out), in pages, in no order: to
   * fill the index. A set that changes meanwhile comes as it was or as it is.
   */
  readAll(fence?: number): AsyncIterable<readonly TagSet[]>;
  /** Who was erased, so that whoever kept something of them forgets it. */
  findErased(): Promise<readonly string[]>;
  /** The highest fence that anything was written under, 0 when there is none: below it nothing is taken any more. */
  highestFence(): Promise<number>;
  /** How many subjects are held. */
  count(): Promise<number>;
  /** Removes a subject and whatever leads to it. Its fence stays, so that nobody late brings it back. */
  erase(subject: string, fence: number): Promise<void>;
  close(): Promise<void>;
}

/** A tag as the store knows it. */
export interface PublishedTag {
  readonly tag: string;
  readonly kind: string;
  readonly subject: SubjectKind;
  /** Tags above it. */
  readonly parents: readonly string[];
}

/** All that is held of one subject. */
export interface TagSet {
  readonly subject: string;
  readonly kind: SubjectKind;
  /** GB/T 2260 of where it lives or is supervised; null where that is not known. */
  readonly district: string | null;
  /** Taken before its facts were read. */
  readonly fence: number;
  readonly tags: readonly HeldTag[];
  /** What leads from it to others. */
  readonly links: readonly Link[];
}

/** A tag on a subject on [since, until), with why. */
export interface HeldTag {
  readonly tag: string;
  /** −Infinity: since ever. */
  readonly since: Day;
  /** Infinity: without end. */
  readonly until: Day;
  readonly state: 'IN' | 'UNKNOWN';
  /** Of the rule. */
  readonly version: number;
  readonly evidence: readonly Evidence[];
}

/** A record of a registry that decides. */
export interface Evidence {
  /** Schema coordinate. */
  readonly item: string | null;
  /** Id of the record; null where it has none, or where the absence of records decides. */
  readonly record: string | null;
  readonly label: { readonly zh: string; readonly en: string } | null;
  readonly value: string | null;
  /** Civil days; null: since ever, without end. */
  readonly from: string | null;
  readonly until: string | null;
}

export const LINK_KINDS = ['PARENT_OF', 'SPOUSE_OF', 'REPRESENTS', 'HOLDS', 'USED'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** That a subject stands to another, or to a service, for a time. */
export interface Link {
  readonly kind: LinkKind;
  /** A citizen, an enterprise, or the code of a service that was used. */
  readonly to: string;
  readonly since: Day;
  readonly until: Day;
  /** HOLDS: percent of the capital. */
  readonly share: number | null;
}
