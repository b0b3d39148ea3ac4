import { isCitizen, isStaffWithPurpose, seesSources } from '../kit/access/rules.ts';
import { allow } from '../kit/access/shield.ts';

/** Who may enter by which root field; the catalogue is public, as it holds no datum of anybody. */
export const permissions = {
  Query: { dataCatalogue: allow, sources: seesSources, objectionsToDecide: isStaffWithPurpose },
  Mutation: { raiseObjection: isCitizen, withdrawObjection: isCitizen, decideObjection: isStaffWithPurpose },
};
