import type { CitizenRef, EnterpriseRef } from './rows.ts';

export const isCitizenId = (id: string): boolean => id.startsWith('c1_');

export const toEnterprise = (uscc: string): EnterpriseRef => ({ __typename: 'Enterprise', uscc });

/** A citizen by id; null for somebody whose file was erased. */
export const toCitizen = (id: string): CitizenRef | null => (isCitizenId(id) ? { __typename: 'Citizen', id } : null);

/** Who holds a share: a citizen, an enterprise, or null when the citizen's file was erased. */
export const toOwner = (id: string): CitizenRef | EnterpriseRef | null =>
  id.startsWith('erased:') ? null : (toCitizen(id) ?? toEnterprise(id));
