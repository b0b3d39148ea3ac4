import type { ReadingPayload } from '../../kit/access/access-log.ts';

/** Tables of the schema `governance`, as kysely sees them. */
export interface GovernanceDB {
  source: SourceRow;
  objection: ObjectionRow;
  access_reading: AccessReadingRow;
  access_line: AccessLineRow;
  access_detail: AccessDetailRow;
  access_head: { singleton: boolean; sequence: number; hash: string };
}

export interface SourceRow {
  code: string;
  registry: string;
  name: string;
  name_en: string;
  department: string;
  cycle: string | null;
  last_arrival: string | null;
  last_sequence: string | null;
  rows: number;
  accepted: number;
  changed: number;
  quarantined: number;
  completeness: unknown;
  accuracy: number | null;
  timeliness_hours: number | null;
  event_sequence: string;
}

export interface ObjectionRow {
  id: string;
  subject: string;
  raised_by: string;
  item: string;
  department: string;
  claim: string;
  evidence: string | null;
  state: 'OPEN' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';
  opened_at: string;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
}

export interface AccessReadingRow {
  operation_id: string;
  subject: string;
  /** With `sequence`: the event that told of it, so that a repeated one is one reading. */
  registry: string;
  sequence: string;
  items: readonly string[];
  reader: unknown;
  read_at: string;
  received_at: string;
  line: number | null;
}

export interface AccessLineRow {
  sequence: number;
  at: string;
  detail_hash: string;
  previous_hash: string;
  hash: string;
}

export interface AccessDetailRow {
  sequence: number;
  at: string;
  operation_id: string;
  subject: string;
  items: readonly string[];
  reader: unknown;
  salt: string;
}

/** One line of the access log before it is chained. */
export interface Reading {
  operationId: string;
  subject: string;
  items: readonly string[];
  reader: ReadingPayload;
  at: string;
}
