import type { CitizenRef, EnterpriseRef } from './rows.ts';

export const isCitizenId = (id: string): boolean => id.startsWith('c1_');

/** Who holds a licence, by a citizen id or a USCC. */
export const toHolder = (id: string): CitizenRef | EnterpriseRef =>
  isCitizenId(id) ? { __typename: 'Citizen', id } : { __typename: 'Enterprise', uscc: id };
