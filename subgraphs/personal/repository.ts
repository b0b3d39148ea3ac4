export { findCitizensByIds, findFormerNames, findSurvivors } from './repository/citizens.ts';
export { updateContact } from './repository/contacts.ts';
export type { PersonalDB } from './repository/database.ts';
export { describeCitizens } from './repository/directory.ts';
export { eraseCitizen } from './repository/erase.ts';
export { findChildren, findGuardians, findMarriages, findParents, findWards } from './repository/families.ts';
export {
  findHouseholdMembers,
  findHouseholds,
  findPremiseOwners,
  findPremisesByIds,
  findPremiseTies,
  findPresentResidences,
  findResidences,
} from './repository/homes.ts';
export {
  createIdentityResolver,
  findIdsByNumbers,
  findNumbers,
  mintIdsForNumbers,
  rotateIdentityKeys,
} from './repository/identity.ts';
export { findRenumbered, renumberCitizens } from './repository/merge.ts';
export { findDisabilities, findEnrolments, findMilitaryServices } from './repository/records.ts';
