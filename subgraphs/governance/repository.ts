export { countReadings, findReadings } from './access-log/find.ts';
export {
  countObjectionsFor,
  countObjectionsOf,
  findObjectionFor,
  findObjectionForUpdate,
  findObjectionsFor,
  findObjectionsOf,
  insertObjection,
  updateObjection,
  type Duty,
} from './repository/objections.ts';
export { eraseReadings, mergeSubjects } from './repository/erase.ts';
export { findSources, upsertSources } from './repository/sources.ts';
export type { GovernanceDB, ObjectionRow, SourceRow } from './repository/database.ts';
