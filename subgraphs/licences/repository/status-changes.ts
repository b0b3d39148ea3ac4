import { anyOf } from '../../kit/store/sql.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { StatusChangeRow } from '../rows.ts';
import type { LicencesDB } from './database.ts';

/** Every change of status of these licences, the latest first. */
export const findStatusChanges = (
  executor: Executor<LicencesDB>,
  licences: readonly string[],
): Promise<StatusChangeRow[]> =>
  executor
    .selectFrom('licence as l')
    .innerJoin('status_change as c', 'c.record', 'l.record')
    .where('l.id', '=', anyOf(licences))
    .orderBy('c.since', 'desc')
    .select(['l.id as licence', 'c.status', 'c.since', 'c.ground'])
    .execute();
