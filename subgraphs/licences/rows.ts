import type { Connection } from '../kit/paging.ts';
import type { Attribute, Endorsement, LicenceKind, LicenceStatus, StatusChange } from './schema.generated.ts';

export interface CitizenRef {
  __typename: 'Citizen';
  id: string;
}

export interface EnterpriseRef {
  __typename: 'Enterprise';
  uscc: string;
}

/** A department by its code; the catalogue names it. */
export interface DepartmentRef {
  code: string;
}

export type LicenceKindRow = Omit<LicenceKind, 'issuer'> & { issuer: DepartmentRef };

/** A licence with the contract's own names; `holderId` is a citizen id or a USCC. */
export interface LicenceRow {
  id: string;
  kind: LicenceKindRow | null;
  number: string | null;
  issuer: DepartmentRef | null;
  issuingOffice: string | null;
  issuedOn: string;
  validFrom: string;
  validUntil: string | null;
  status: LicenceStatus;
  statusSince: string;
  attributes: Attribute[];
  holder: CitizenRef | EnterpriseRef;
  holderId: string;
}

/** Whose file a licence stands in. */
export interface LicenceHolder {
  id: string;
  holderId: string;
}

export type EndorsementRow = Endorsement & { licence: string };
export type StatusChangeRow = StatusChange & { licence: string };

/** A page whose list is counted only when asked for: that costs more than the page. */
export interface LicencePage extends Connection<{ id: string }> {
  count(): Promise<number>;
}
