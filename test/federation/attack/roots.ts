import type { Viewer } from '../../../schema/viewer.ts';
import type { Reference } from './reference.ts';

/** Who may call a root field at all, as the contract's descriptions say. */
export const ROOT_ROLES: Readonly<Record<string, readonly string[]>> = {
  'personal.citizen': ['citizen', 'staff', 'system'],
  'personal.citizens': ['system'],
  'personal.findCitizen': ['citizen', 'staff', 'system'],
  'personal.citizensByIdNumber': ['system'],
  'personal.setContact': ['citizen'],
  'enterprises.enterprise': ['citizen', 'staff', 'system'],
  'enterprises.enterprisesByUscc': ['system'],
  'enterprises.enterprises': ['staff'],
  'enterprises.grantMandate': ['citizen'],
  'enterprises.withdrawMandate': ['citizen'],
  'licences.licence': ['citizen', 'staff', 'system'],
  'transactions.application': ['citizen', 'staff', 'system'],
  'transactions.saveApplication': ['citizen'],
  'transactions.submitApplication': ['citizen'],
  'transactions.withdrawApplication': ['citizen'],
  'transactions.book': ['citizen'],
  'transactions.moveAppointment': ['citizen'],
  'transactions.cancelAppointment': ['citizen'],
  'transactions.rate': ['citizen'],
  'governance.sources': ['operator', 'staff'],
  'governance.objectionsToDecide': ['staff'],
  'governance.raiseObjection': ['citizen'],
  'governance.withdrawObjection': ['citizen'],
  'governance.decideObjection': ['staff'],
  'tagging.contestedTags': ['staff'],
  'tagging.contestTag': ['citizen'],
  'tagging.decideContest': ['staff'],
  'tagging.setPersonalisation': ['citizen'],
};
/** Root fields that are for everybody and show nothing of anybody, or only oneself. */
export const OPEN_ROOTS: readonly string[] = [
  'personal.me',
  'enterprises.me',
  'governance.me',
  'governance.dataCatalogue',
  'archive.me',
  'licences.me',
  'licences.licenceKinds',
  'transactions.me',
  'transactions.services',
  'transactions.service',
  'transactions.offices',
  'tagging.me',
  'tagging.tags',
  'tagging.tag',
  'tagging.tagRules',
];

/** Root fields for which staff say why they ask. */
const WITH_PURPOSE: readonly string[] = [
  'enterprises.enterprises',
  'governance.objectionsToDecide',
  'governance.decideObjection',
  'tagging.contestedTags',
  'tagging.decideContest',
];

/** Root fields of one duty, whose purpose grants this item. */
const OF_DUTY: Readonly<Record<string, string>> = {
  'governance.objectionsToDecide': 'Objection.claim',
  'governance.decideObjection': 'Objection.claim',
  'tagging.contestedTags': 'Contest.claim',
  'tagging.decideContest': 'Contest.claim',
};

/** A root field that the role may not call answers so; null when it may. */
export const rootRefusal = (
  root: string,
  viewer: Viewer,
  { isGranted }: Pick<Reference, 'isGranted'>,
): { code: string; missing?: string } | null => {
  if (ROOT_ROLES[root]?.includes(viewer.role) === true) {
    const isUnexplained = WITH_PURPOSE.includes(root) && viewer.purpose === null;
    if (isUnexplained) return { code: 'FORBIDDEN', missing: 'purpose' };
    const item = OF_DUTY[root];
    return item === undefined || isGranted(viewer, item) ? null : { code: 'FORBIDDEN', missing: `grant:${item}` };
  }
  return viewer.role === 'public' ? { code: 'UNAUTHENTICATED' } : { code: 'FORBIDDEN', missing: 'role' };
};
