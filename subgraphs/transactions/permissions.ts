import { isCitizen, mayLookUp } from '../kit/access/rules.ts';
import { allow } from '../kit/access/shield.ts';

/** Who may enter by which root field; whose file they then see is the gates' business. The catalogue is for everybody. */
export const permissions = {
  Query: { me: allow, services: allow, service: allow, offices: allow, application: mayLookUp },
  Mutation: {
    saveApplication: isCitizen,
    submitApplication: isCitizen,
    withdrawApplication: isCitizen,
    book: isCitizen,
    moveAppointment: isCitizen,
    cancelAppointment: isCitizen,
    rate: isCitizen,
  },
};
