import { allow } from '../kit/access/shield.ts';

/** Who may enter by which root field; whose archive they then see is the gates' business. */
export const permissions = { Query: { me: allow } };
