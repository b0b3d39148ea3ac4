import type {
  Education,
  GuardianKind,
  HouseholdKind,
  MaritalStatus,
  MarriageEnd,
  ResidenceBasis,
  Sex,
} from '../schema.generated.ts';

/** Civil days are YYYY-MM-DD; intervals are half-open, a null `until` is open. */
interface Dated {
  since: string;
  until: string | null;
}

/** The drop that wrote a row last, an int8 as text; null for rows written here. */
interface Sourced {
  source_sequence: string | null;
}

export interface CitizenTable extends Sourced {
  id: string;
  name: string | null;
  sex: Sex | null;
  birth_date: string | null;
  ethnicity: string | null;
  nationality: string | null;
  political_status: string | null;
  /** As the population register says; the enrolment and marriage registers know better. */
  education: Education | null;
  marital_status: MaritalStatus | null;
  /** Since when the population register no longer has the person. */
  left_on: string | null;
  merged_into: string | null;
  erased_at: string | null;
}

/** What the person's own row says of them; merging takes it over, erasing empties it. */
type OwnColumn = Exclude<keyof CitizenTable, 'id' | 'left_on' | 'merged_into' | 'erased_at' | keyof Sourced>;
export const EMPTIED: Readonly<Record<OwnColumn, null>> = {
  name: null,
  sex: null,
  birth_date: null,
  ethnicity: null,
  nationality: null,
  political_status: null,
  education: null,
  marital_status: null,
};
export const OWN_COLUMNS = Object.keys(EMPTIED) as readonly OwnColumn[];

/** One ID number of a person, known by its HMAC alone; the number itself is sealed. */
export interface IdentityAliasTable {
  hmac: string;
  key_version: number;
  citizen_id: string;
  sealed_number: string;
  since: string | null;
  until: string | null;
  /** The id that was given up when its file was merged into that of `citizen_id`. */
  merged_from: string | null;
}

/** A number that was corrected, or two files that turned out to be one person's. */
export interface IdentityChangeTable extends Sourced {
  citizen_id: string;
  survivor_id: string;
  since: string;
}

export interface FormerNameTable extends Sourced {
  citizen_id: string;
  name: string;
  until: string;
}

export interface DeathTable extends Sourced {
  citizen_id: string;
  death_date: string;
}

export interface EmploymentTable extends Dated, Sourced {
  citizen_id: string;
  employer: string | null;
  occupation: string | null;
}

export interface ContactTable extends Sourced {
  citizen_id: string;
  phone: string | null;
  email: string | null;
}

export interface MarriageTable extends Dated, Sourced {
  certificate_no: string;
  one_id: string;
  other_id: string;
  ended_by: MarriageEnd | null;
  registered_at: string | null;
}

export interface ParentChildTable extends Sourced {
  parent_id: string;
  child_id: string;
  kind: 'BLOOD' | 'ADOPTED';
  since: string | null;
  until: string | null;
}

export interface GuardianshipTable extends Dated, Sourced {
  record_no: string;
  ward_id: string;
  guardian_id: string | null;
  institution: string | null;
  kind: GuardianKind;
}

export interface HouseholdMemberTable extends Dated, Sourced {
  register_no: string;
  citizen_id: string;
  head_id: string | null;
  relation_to_head: string | null;
  kind: HouseholdKind;
  province: string;
  district: string | null;
  address: string | null;
}

export interface PremiseTable extends Sourced {
  id: string;
  address: string | null;
  district: string | null;
  use: string | null;
  area: string | null;
  longitude: string | null;
  latitude: string | null;
}

export interface PremiseOwnerTable extends Dated, Sourced {
  premise_id: string;
  owner_id: string;
}

export interface ResidenceTable extends Dated, Sourced {
  citizen_id: string;
  address: string | null;
  district: string | null;
  premise_id: string | null;
  basis: ResidenceBasis | null;
}

export interface EnrolmentTable extends Dated, Sourced {
  citizen_id: string;
  school: string;
  stage: Education;
  grade: number | null;
  graduated: boolean | null;
}

export interface MilitaryServiceTable extends Dated, Sourced {
  citizen_id: string;
  branch: string | null;
}

export interface DisabilityTable extends Dated, Sourced {
  citizen_id: string;
  category: string;
  degree: number;
}

/** View: each marriage once for either spouse; a death ends it. */
interface MarriageSideView extends Dated {
  certificate_no: string;
  citizen_id: string;
  spouse_id: string;
  ended_by: MarriageEnd | null;
  registered_at: string | null;
}

/** View: guardianship by law (parents of minors) and by appointment. */
interface GuardianLinkView extends Dated {
  ward_id: string;
  guardian_id: string | null;
  kind: GuardianKind;
}

export interface PersonalDB {
  citizen: CitizenTable;
  identity_alias: IdentityAliasTable;
  identity_change: IdentityChangeTable;
  former_name: FormerNameTable;
  death: DeathTable;
  employment: EmploymentTable;
  contact: ContactTable;
  marriage: MarriageTable;
  parent_child: ParentChildTable;
  guardianship: GuardianshipTable;
  household_member: HouseholdMemberTable;
  premise: PremiseTable;
  premise_owner: PremiseOwnerTable;
  residence: ResidenceTable;
  enrolment: EnrolmentTable;
  military_service: MilitaryServiceTable;
  disability: DisabilityTable;
  marriage_side: MarriageSideView;
  guardian_link: GuardianLinkView;
}

/** The database schema of this registry, for statements that kysely cannot bind to it. */
export const SCHEMA = 'personal';
