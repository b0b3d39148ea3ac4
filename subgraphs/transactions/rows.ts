import type { Connection } from '../kit/paging.ts';
import type {
  ApplicationState,
  AppointmentState,
  Channel,
  MaterialState,
  RatingLevel,
  RectificationState,
  Step,
} from './schema.generated.ts';

export type ApplicantRef = { __typename: 'Citizen'; id: string } | { __typename: 'Enterprise'; uscc: string };

export interface ApplicationRow {
  id: string;
  /** Code. */
  service: string;
  /** Citizen id or USCC, or `erased:…`. */
  applicant: string;
  /** Citizen id. */
  handledBy: string | null;
  state: ApplicationState;
  stateSince: string;
  openedAt: string;
  dueOn: string | null;
  result: string | null;
  version: number;
}

/** A row that belongs to an application. */
export type Of<T> = T & { application: string };

export interface FormValueRow {
  field: string;
  value: string | null;
  prefilledFrom: string | null;
}

export interface MaterialRow {
  code: string;
  state: MaterialState;
  licence: string | null;
  note: string | null;
}

export interface TouchpointRow {
  at: string;
  step: Step;
  channel: Channel;
  by: string;
  note: string | null;
}

export interface RatingRow {
  level: RatingLevel;
  tags: readonly string[];
  comment: string | null;
  at: string;
  rectification: string | null;
  rectificationState: RectificationState | null;
  rectificationDueOn: string | null;
}

/** A time at an office; who looks at it asks how much is left. */
export interface SlotRow {
  /** Code of the office. */
  office: string;
  service: string;
  /** RFC 3339, UTC. */
  from: string;
  until: string;
  capacity: number;
}

export interface AppointmentRow {
  id: string;
  application: string;
  applicant: string;
  /** Code of the service. */
  service: string;
  /** Code of the office. */
  office: string;
  from: string;
  until: string;
  state: AppointmentState;
  number: string | null;
  version: number;
}

export interface ApplicationPage extends Connection<{ id: string }> {
  count(): Promise<number>;
}
