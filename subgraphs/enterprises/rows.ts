import type { Connection } from '../kit/paging.ts';
import type {
  Address,
  AnnualReport,
  DatedName,
  District,
  EnterpriseStatus,
  LifeEvent,
  Listing,
  Money,
  Penalty,
  Role,
} from './schema.generated.ts';

/** A row that belongs to an enterprise's file. */
export type Of<T> = T & { uscc: string };

/** The register's own fields of an enterprise, as the contract names them. */
export interface EnterpriseRow {
  uscc: string;
  name: string | null;
  status: EnterpriseStatus | null;
  kind: string | null;
  establishedOn: string | null;
  closedOn: string | null;
  capital: Money | null;
  capitalAsStated: string | null;
  scope: string | null;
  address: Address | null;
  premise: { id: string } | null;
  district: District | null;
}

export interface CitizenRef {
  __typename: 'Citizen';
  id: string;
}

export interface EnterpriseRef {
  __typename: 'Enterprise';
  uscc: string;
}

/** A share as it lies between owner and enterprise. */
export interface ShareRow {
  uscc: string;
  /** Citizen id or USCC, or `erased:…`. */
  ownerId: string;
  owner: CitizenRef | EnterpriseRef | null;
  enterprise: EnterpriseRef;
  share: number;
  subscribed: Money | null;
  since: string;
  until: string | null;
}

export interface MandateRow {
  id: string;
  uscc: string;
  enterprise: EnterpriseRef;
  handler: CitizenRef | null;
  services: string[];
  since: string;
  until: string | null;
  withdrawnAt: string | null;
}

export interface HoldingRow {
  enterprise: EnterpriseRef;
  role: Role;
  since: string;
  until: string | null;
  share: number | null;
  record: string;
}

export type AnnualReportRow = Of<AnnualReport>;
export type FormerNameRow = Of<DatedName>;

/** A department by its code; the catalogue names it. */
export interface DepartmentRef {
  code: string;
}

export type PenaltyRow = Of<Omit<Penalty, 'department'>> & { department: DepartmentRef };
export type ListingRow = Of<Omit<Listing, 'decidedBy'>> & { decidedBy: DepartmentRef };
export type LifeEventRow = Omit<LifeEvent, 'source'> & { source: DepartmentRef };

/** A page whose list is counted only when asked for: that costs more than the page. Null where the viewer may not know. */
export interface EnterprisePage extends Connection<EnterpriseRef> {
  count(): Promise<number | null>;
}

export interface HoldingPage extends Connection<HoldingRow> {
  count(): Promise<number>;
}
