import type { Destination, LicenceStatus } from '../schema.generated.ts';

/** The drop that wrote a row last. */
interface Sourced {
  source_sequence: number | null;
}

interface LicenceTable extends Sourced {
  /** 电子证照标识, GB/T 36904: of one licence as issued; a renewal has its own. */
  record: string;
  id: string;
  /** The department's register that it stands in; a full drop speaks of its own register alone. */
  register: string;
  kind: string;
  /** Null where it is, or holds, the holder's ID number. */
  number: string | null;
  /** A citizen id or a USCC. */
  holder: string;
  office: string | null;
  issued_on: string;
  /** Null: the day of issue. */
  valid_from: string | null;
  /** The day after the last valid one, YYYY-MM-DD; null: 长期, or no end. */
  valid_until: string | null;
  /** By code; what is not printed is left out. */
  attributes: Readonly<Record<string, string>> | null;
  /** Since when it has been gone from its register. */
  withdrawn_on: string | null;
}

interface StatusChangeTable extends Sourced {
  record: string;
  holder: string;
  since: string;
  status: LicenceStatus;
  ground: string | null;
}

/** 签注; half-open as everything. */
interface EndorsementTable extends Sourced {
  record: string;
  licence_kind: string;
  holder: string;
  destination: Destination;
  kind: string;
  valid_from: string;
  valid_until: string;
  /** Null: any number. */
  entries: number | null;
  entries_left: number | null;
  /** Since when it has been gone from the register, before its term was over. */
  withdrawn_on: string | null;
}

export interface LicencesDB {
  licence: LicenceTable;
  status_change: StatusChangeTable;
  endorsement: EndorsementTable;
}

/** The database schema of this registry, for statements that kysely cannot bind to it. */
export const SCHEMA = 'licences';
