import type { Generated } from 'kysely';
import type {
  ApplicationState,
  AppointmentState,
  Channel,
  MaterialState,
  RatingLevel,
  RectificationState,
  Step,
} from '../schema.generated.ts';

/** The drop that wrote a row last; null for rows written here. */
interface Sourced {
  source_sequence: Generated<number | null>;
}

/** Whose file a row stands in: a citizen id or a USCC, or `erased:…` when a citizen's file is gone. */
interface Owned {
  applicant: string;
}

interface ApplicationTable extends Owned, Sourced {
  id: string;
  service: string;
  handled_by: string | null;
  state: ApplicationState;
  state_since: string;
  opened_at: string;
  due_on: string | null;
  result: string | null;
  /** Counted up by the table itself, whoever writes. */
  version: Generated<number>;
}

interface FormValueTable extends Owned, Sourced {
  application_id: string;
  field: string;
  value: string | null;
  prefilled_from: string | null;
}

interface MaterialTable extends Owned, Sourced {
  application_id: string;
  code: string;
  state: MaterialState;
  licence: string | null;
  note: string | null;
}

interface TouchpointTable extends Owned, Sourced {
  id: string;
  application_id: string;
  at: string;
  step: Step;
  channel: Channel;
  by: string;
  note: string | null;
  /** The order in which steps of one instant came to be known here. */
  arrival: Generated<number>;
}

interface AppointmentTable extends Owned, Sourced {
  id: string;
  application_id: string;
  service: string;
  office: string;
  starts_at: string;
  ends_at: string;
  state: AppointmentState;
  number: string | null;
  version: Generated<number>;
}

interface RatingTable extends Owned, Sourced {
  application_id: string;
  service: string;
  /** Code of the provider of a professional service. */
  provider: string | null;
  level: RatingLevel;
  tags: string[] | null;
  comment: string | null;
  rated_at: string;
  /** The order in which ratings came to be known here. */
  arrival: Generated<number>;
}

/** What the department did about a bad rating; without a row it is open. */
interface RectificationTable extends Owned, Sourced {
  application_id: string;
  state: RectificationState;
  note: string | null;
  closed_on: string | null;
}

/** Days on which an office is shut beside what the catalogue says, `since` on and before `until`. */
interface ClosureTable extends Sourced {
  office: string;
  since: string;
  until: string;
  reason: string | null;
}

/** Minutes that people waited at an office at an instant. */
interface WaitingTable extends Sourced {
  office: string;
  told_at: string;
  minutes: number;
}

export interface TransactionsDB {
  application: ApplicationTable;
  form_value: FormValueTable;
  material: MaterialTable;
  touchpoint: TouchpointTable;
  appointment: AppointmentTable;
  rating: RatingTable;
  rectification: RectificationTable;
  closure: ClosureTable;
  waiting: WaitingTable;
}

/** The database schema of this registry, for statements that kysely cannot bind to it. */
export const SCHEMA = 'transactions';
