import { mayLookUp } from '../kit/access/rules.ts';
import { allow } from '../kit/access/shield.ts';

/** Who may enter by which root field; whose licences they then see is the gates' business. */
export const permissions = { Query: { me: allow, licence: mayLookUp, licenceKinds: allow } };
