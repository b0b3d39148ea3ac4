import { sql } from 'kysely';
import type { Store } from '../../kit/store/store.ts';
import type { GovernanceDB } from '../repository/database.ts';

/** A reading is appended within seconds; one that waits longer says that nobody appends. */
const OVERDUE_AFTER = '60 seconds';

/** Readings that wait for their line too long. */
export interface Overdue {
  readings: number;
  /** When the first of them came, RFC 3339. */
  since: string;
}

export const findOverdue = (store: Store<GovernanceDB>): Promise<Overdue | null> =>
  store.read({ holder: 'governance.overdue-readings' }, async (executor) => {
    const { rows } = await sql<{ readings: number; since: string | null }>`
      select count(*) as readings, min(received_at) as since from governance.access_reading
      where line is null and received_at < clock_timestamp() - ${OVERDUE_AFTER}::interval`.execute(executor);
    const [{ readings, since } = { readings: 0, since: null }] = rows;
    return since === null ? null : { readings, since };
  });

export const describeOverdue = ({ readings, since }: Overdue): string =>
  `${readings} readings wait to be appended to the access log, the first since ${since}.`;

/** Rejects while readings wait too long for their line. */
export const checkAppended = async (store: Store<GovernanceDB>): Promise<void> => {
  const overdue = await findOverdue(store);
  if (overdue !== null) throw new Error(describeOverdue(overdue));
};
