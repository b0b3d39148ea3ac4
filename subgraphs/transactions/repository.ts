export { SCHEMA, type TransactionsDB } from './repository/database.ts';
export {
  changeState,
  findApplicationsByIds,
  findForUpdate,
  insertApplication,
  setHandler,
} from './repository/applications.ts';
export {
  changeAppointment,
  countStanding,
  findAppointment,
  findStandingOf,
  findUpcoming,
  findAppointments,
  holdSlot,
  insertAppointment,
} from './repository/appointments.ts';
export { eraseApplicant, mergeApplicants } from './repository/erase.ts';
export { findClosures, findWaiting } from './repository/offices.ts';
export { countApplications, findApplicationPages, type ListFilter } from './repository/pages.ts';
export { findRatings, insertRating, summarise, type RatingSum } from './repository/ratings.ts';
export {
  findFormValues,
  findMaterials,
  findTouchpoints,
  insertMaterials,
  insertTouchpoint,
  setFormValues,
} from './repository/records.ts';
