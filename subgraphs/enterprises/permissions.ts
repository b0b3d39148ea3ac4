import { isCitizen, isStaffWithPurpose, isSystem, mayLookUp } from '../kit/access/rules.ts';
import { allow } from '../kit/access/shield.ts';

/** Who may enter by which root field; whose file they then see is the gates' business. */
export const permissions = {
  Query: {
    me: allow,
    enterprise: mayLookUp,
    enterprisesByUscc: isSystem,
    enterprises: isStaffWithPurpose,
  },
  Mutation: { grantMandate: isCitizen, withdrawMandate: isCitizen },
};
