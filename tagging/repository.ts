export {
  countContestsFor,
  decideContest,
  findContestFor,
  findContestsFor,
  findContesting,
  findContestsOf,
  findSuspended,
  insertContest,
  type Duty,
} from './repository/contests.ts';
export type { TaggingDB } from './repository/database.ts';
export { eraseSayings, mergeSayings } from './repository/erase.ts';
export { findPreferences, upsertPreference } from './repository/preferences.ts';
export { findPerturbationSecret, findPublished } from './repository/published.ts';
