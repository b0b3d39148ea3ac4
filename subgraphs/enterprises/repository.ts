export type { EnterprisesDB } from './repository/database.ts';
export { describeEnterprises } from './repository/directory.ts';
export { findByUsccs } from './repository/enterprises.ts';
export { eraseCitizen, mergeCitizens } from './repository/erase.ts';
export { endMandate, findMandate, findMandates, insertMandate } from './repository/mandates.ts';
export { countBranches, countHoldings, findBranches, findHoldings, findLifeEvents } from './repository/pages.ts';
export {
  findAnnualReports,
  findFormerNames,
  findListings,
  findPenalties,
  findRepresentatives,
} from './repository/records.ts';
export { recordObservedChanges } from './repository/observed-changes.ts';
export { countFound, findPage, type Search } from './repository/search.ts';
export { findInvestments, findOwnershipAbove, findShareholders } from './repository/shares.ts';
