import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { ApplicationRow } from '../rows.ts';
import type { ApplicationState } from '../schema.generated.ts';
import type { TransactionsDB } from './database.ts';

const COLUMNS = [
  'id',
  'service',
  'applicant',
  'handled_by as handledBy',
  'state',
  'state_since as stateSince',
  'opened_at as openedAt',
  'due_on as dueOn',
  'result',
  'version',
] as const;

export const findApplicationsByIds = (
  executor: Executor<TransactionsDB>,
  ids: readonly string[],
): Promise<ApplicationRow[]> =>
  executor.selectFrom('application').where('id', '=', anyOf(ids)).select(COLUMNS).execute();

/** The application as it is now, held until the transaction ends; null when there is none. */
export const findForUpdate = async (executor: Executor<TransactionsDB>, id: string): Promise<ApplicationRow | null> =>
  (await executor.selectFrom('application').where('id', '=', id).select(COLUMNS).forUpdate().executeTakeFirst()) ??
  null;

export type NewApplication = Pick<ApplicationRow, 'id' | 'service' | 'applicant' | 'handledBy' | 'openedAt'>;

export const insertApplication = async (
  executor: Executor<TransactionsDB>,
  { handledBy, openedAt, ...application }: NewApplication,
): Promise<void> => {
  await executor
    .insertInto('application')
    .values({
      ...application,
      handled_by: handledBy,
      state: 'DRAFT',
      state_since: openedAt,
      opened_at: openedAt,
      due_on: null,
      result: null,
    })
    .execute();
};

/** Notes who acted last; the version counts on. False when the application is at another version by now. */
export const setHandler = async (
  executor: Executor<TransactionsDB>,
  { id, version }: Pick<ApplicationRow, 'id' | 'version'>,
  handledBy: string | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await executor
    .updateTable('application')
    .set({ handled_by: handledBy })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export interface StateChange {
  from: readonly ApplicationState[];
  to: ApplicationState;
  at: string;
  handledBy: string | null;
}

/** Makes a transition; false when the application is in another state or at another version by now. */
export const changeState = async (
  executor: Executor<TransactionsDB>,
  { id, version }: Pick<ApplicationRow, 'id' | 'version'>,
  { from, to, at, handledBy }: StateChange,
): Promise<boolean> => {
  const { numUpdatedRows } = await executor
    .updateTable('application')
    .set({ state: to, state_since: at, handled_by: handledBy })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
