import type { MutationResolvers } from '../schema.generated.ts';
import { book, cancelAppointment, moveAppointment } from './appointments.ts';
import { submitApplication, withdrawApplication } from './change-state.ts';
import { rate } from './rate.ts';
import { saveApplication } from './save-application.ts';

export const Mutation: MutationResolvers = {
  saveApplication,
  submitApplication,
  withdrawApplication,
  book,
  moveAppointment,
  cancelAppointment,
  rate,
};
