export type { LicencesDB } from './repository/database.ts';
export { findEndorsements } from './repository/endorsements.ts';
export { eraseHolder, mergeHolders } from './repository/erase.ts';
export { findHolders, findLicencesByIds } from './repository/licences.ts';
export { countLicences, findLicencePages, type LicenceFilter } from './repository/pages.ts';
export { findStatusChanges } from './repository/status-changes.ts';
