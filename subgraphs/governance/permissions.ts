import { isCitizen, isStaff, seesSources } from '../kit/access/rules.ts';
import { allow } from '../kit/access/shield.ts';

/** Who may enter by which root field; the catalogue is public, as it holds no datum of anybody. */
export const permissions = {
  Query: { dataCatalogue: allow, sources: seesSources, objectionsToDecide: isStaff },
  Mutation: { raiseObjection: isCitizen, withdrawObjection: isCitizen, decideObjection: isStaff },
};
