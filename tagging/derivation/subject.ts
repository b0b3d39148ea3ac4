import type { SubjectKind } from '../engine/rule.ts';

const CITIZEN = /^c1_[\w-]{4,64}$/;
/** GB 32100, the shape alone: whether it is right the registry has checked. */
const ENTERPRISE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Whose tags an id may stand for; null for what is no subject: a source, an office. */
export const findKind = (id: string): SubjectKind | null => {
  if (CITIZEN.test(id)) return 'CITIZEN';
  return ENTERPRISE.test(id) ? 'ENTERPRISE' : null;
};

export const isSubject = (id: string): boolean => findKind(id) !== null;
