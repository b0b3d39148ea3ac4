import type { Division } from '../kit/divisions/division.ts';
import type {
  Education,
  GuardianKind,
  HouseholdKind,
  MaritalStatus,
  MarriageEnd,
  ResidenceBasis,
  Sex,
} from './schema.generated.ts';

/** Rows carry the contract's field names; `subject` says whose file a record belongs to. */
export interface CitizenRow {
  id: string;
  name: string | null;
  sex: Sex | null;
  birthDate: string | null;
  deathDate: string | null;
  ethnicity: string | null;
  nationality: string | null;
  politicalStatus: string | null;
  /** As the population register recorded it. */
  education: Education | null;
  /** As the population register recorded it. */
  maritalStatus: MaritalStatus | null;
  occupation: string | null;
  employer: string | null;
  phone: string | null;
  email: string | null;
}

export interface CitizenKey {
  id: string;
}

export interface AddressRow {
  text: string | null;
  district: Division | null;
  point: { longitude: number; latitude: number } | null;
}

export interface MarriageRow {
  subject: string;
  spouse: CitizenKey;
  since: string;
  until: string | null;
  endedBy: MarriageEnd | null;
  /** Code of the department. */
  registeredAt: string | null;
}

export interface GuardianshipRow {
  guardian: CitizenKey | null;
  ward: CitizenKey;
  kind: GuardianKind;
  since: string;
  until: string | null;
}

export interface HouseholdRow {
  subject: string;
  registerNo: string;
  province: Division;
  district: Division | null;
  kind: HouseholdKind;
  since: string;
  head: CitizenKey | null;
  relationToHead: string | null;
  address: AddressRow;
}

export interface ResidenceRow {
  subject: string;
  address: AddressRow;
  premise: { id: string } | null;
  district: Division | null;
  since: string;
  until: string | null;
  basis: ResidenceBasis | null;
}

export interface PremiseRow {
  id: string;
  address: AddressRow;
  use: string | null;
  area: number | null;
}

export interface EnrolmentRow {
  subject: string;
  school: string;
  stage: Education;
  grade: number | null;
  since: string;
  until: string | null;
  graduated: boolean | null;
}

export interface MilitaryServiceRow {
  subject: string;
  since: string;
  until: string | null;
  branch: string | null;
}

export interface DisabilityRow {
  subject: string;
  category: string;
  degree: number;
  since: string;
  until: string | null;
}
