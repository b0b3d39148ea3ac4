import type { Directory, EnterpriseStatus, Role } from '../schema.generated.ts';

/** Civil days are YYYY-MM-DD; intervals are half-open, a null `until` is open. */
interface Dated {
  since: string;
  until: string | null;
}

/** The drop that wrote a row last; null for rows written here. */
interface Sourced {
  source_sequence: number | null;
}

interface EnterpriseTable extends Sourced {
  uscc: string;
  name: string | null;
  /** Null when no drop has told it. */
  status: EnterpriseStatus | null;
  kind: string | null;
  established_on: string | null;
  closed_on: string | null;
  capital_amount: string | null;
  capital_currency: string | null;
  capital_as_stated: string | null;
  scope: string | null;
  /** GB/T 2260. */
  district: string | null;
  address_text: string | null;
}

/** Where an enterprise works, by the register of actual premises; WGS 84. */
interface WorkplaceTable extends Sourced {
  uscc: string;
  premise_id: string | null;
  longitude: number | null;
  latitude: number | null;
}

interface RepresentativeTable extends Dated, Sourced {
  uscc: string;
  citizen_id: string;
}

interface OfficerTable extends Dated, Sourced {
  uscc: string;
  citizen_id: string;
  role: 'DIRECTOR' | 'SUPERVISOR';
}

interface ShareTable extends Dated, Sourced {
  uscc: string;
  /** A citizen id, a USCC, or `erased:…` when the citizen's file is gone. */
  owner: string;
  /** Of the capital, 0 to 100. */
  percent: string;
  subscribed_amount: string | null;
  subscribed_currency: string | null;
}

interface MandateTable extends Dated, Sourced {
  id: string;
  uscc: string;
  /** A citizen id, or `erased:…` when the citizen's file is gone. */
  handler: string;
  services: string[];
  withdrawn_at: string | null;
}

interface AnnualReportTable extends Sourced {
  uscc: string;
  year: number;
  filed_at: string | null;
  exempt: boolean | null;
  revenue_amount: string | null;
  revenue_currency: string | null;
  taxes_amount: string | null;
  taxes_currency: string | null;
  employees: number | null;
}

interface PenaltyTable extends Sourced {
  id: string;
  uscc: string;
  department: string;
  decided_on: string;
  ground: string;
  amount: string | null;
  currency: string | null;
  published: boolean | null;
}

interface ListingTable extends Dated, Sourced {
  uscc: string;
  directory: Directory;
  ground: string;
  citation: string;
  decided_by: string;
}

interface BranchTable extends Dated, Sourced {
  branch_uscc: string;
  parent_uscc: string;
}

/** A change of registration with the day on which the register made it. */
interface RegisteredChangeTable extends Sourced {
  uscc: string;
  kind: string;
  changed_on: string;
  before: string | null;
  after: string | null;
}

/** A change of registration that two drops showed between them; `seen_on` is the day of the later one. */
interface ObservedChangeTable {
  uscc: string;
  kind: string;
  seen_on: string;
  before: string | null;
  after: string | null;
}

/** View: what citizens are to enterprises; `record` tells two rows of one day apart. */
interface HoldingView extends Dated {
  citizen_id: string;
  uscc: string;
  role: Role;
  percent: string | null;
  record: string;
}

/** View: changes of registration, each once. */
interface ChangeView {
  uscc: string;
  kind: string;
  at: string;
  before: string | null;
  after: string | null;
}

/** View: all that happened to an enterprise. */
interface LifeEventView {
  uscc: string;
  id: string;
  at: string;
  kind: string;
  title: string;
  before: string | null;
  after: string | null;
  /** Code of the department. */
  source: string;
}

export interface EnterprisesDB {
  enterprise: EnterpriseTable;
  workplace: WorkplaceTable;
  representative: RepresentativeTable;
  officer: OfficerTable;
  share: ShareTable;
  mandate: MandateTable;
  annual_report: AnnualReportTable;
  penalty: PenaltyTable;
  listing: ListingTable;
  branch: BranchTable;
  registered_change: RegisteredChangeTable;
  observed_change: ObservedChangeTable;
  holding: HoldingView;
  change: ChangeView;
  life_event: LifeEventView;
}

/** The database schema of this registry, for statements that kysely cannot bind to it. */
export const SCHEMA = 'enterprises';
