import type { ApplicantRef } from './rows.ts';

const USCC = /^[0-9A-Z]{18}$/;

/** Who applied; null when the file was erased. */
export const toApplicant = (subject: string): ApplicantRef | null => {
  if (subject.startsWith('c1_')) return { __typename: 'Citizen', id: subject };
  return USCC.test(subject) ? { __typename: 'Enterprise', uscc: subject } : null;
};

/** The entity type of a subject. */
export const typeOf = (subject: string): 'Citizen' | 'Enterprise' =>
  subject.startsWith('c1_') ? 'Citizen' : 'Enterprise';
