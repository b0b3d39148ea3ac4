import type { Day } from '../days.ts';
import type { Person } from '../world/model.ts';
import type { ApplicantKind } from './rules.ts';

/** Something in a life that people apply for something after. */
export interface Event {
  readonly kind: string;
  readonly applicants: ApplicantKind;
  /** ID number or unified social credit code of who applies. */
  readonly applicant: string;
  /** Code of the district whose offices are near. */
  readonly district: string;
  readonly day: Day;
  /** Whether a licence is a later one of its kind. */
  readonly isRenewal: boolean;
  /** Who handles it for an enterprise; for a citizen nobody. */
  readonly handler: Person | null;
  /** Nobody applies on or after this day. */
  readonly ends: Day | null;
}
