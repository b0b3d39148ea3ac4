import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { FormValueRow, MaterialRow, Of, TouchpointRow } from '../rows.ts';
import type { TransactionsDB } from './database.ts';

/** An application and whose file it stands in. */
interface Owner {
  id: string;
  applicant: string;
}

export const findFormValues = (
  executor: Executor<TransactionsDB>,
  applications: readonly string[],
): Promise<Of<FormValueRow>[]> =>
  executor
    .selectFrom('form_value')
    .where('application_id', '=', anyOf(applications))
    .orderBy('field')
    .select(['application_id as application', 'field', 'value', 'prefilled_from as prefilledFrom'])
    .execute();

/** Sets these fields, removes those without a value, and leaves the rest. */
export const setFormValues = async (
  executor: Executor<TransactionsDB>,
  { id, applicant }: Owner,
  values: readonly FormValueRow[],
): Promise<void> => {
  const removed = values.flatMap(({ field, value }) => (value === null ? [field] : []));
  if (removed.length > 0) {
    await executor.deleteFrom('form_value').where('application_id', '=', id).where('field', 'in', removed).execute();
  }
  const set = values.flatMap(({ field, value, prefilledFrom }) =>
    value === null ? [] : [{ application_id: id, applicant, field, value, prefilled_from: prefilledFrom }],
  );
  if (set.length === 0) return;
  await executor
    .insertInto('form_value')
    .values(set)
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'field']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        prefilled_from: eb.ref('excluded.prefilled_from'),
      })),
    )
    .execute();
};

export const findMaterials = (
  executor: Executor<TransactionsDB>,
  applications: readonly string[],
): Promise<Of<MaterialRow>[]> =>
  executor
    .selectFrom('material')
    .where('application_id', '=', anyOf(applications))
    .orderBy('code')
    .select(['application_id as application', 'code', 'state', 'licence', 'note'])
    .execute();

/** What a new application has to bring. */
export const insertMaterials = async (
  executor: Executor<TransactionsDB>,
  { id, applicant }: Owner,
  codes: readonly string[],
): Promise<void> => {
  if (codes.length === 0) return;
  await executor
    .insertInto('material')
    .values(
      codes.map((code) => ({ application_id: id, applicant, code, state: 'TO_SUPPLY', licence: null, note: null })),
    )
    .execute();
};

/** What happened to these applications, the oldest first. */
export const findTouchpoints = (
  executor: Executor<TransactionsDB>,
  applications: readonly string[],
): Promise<Of<TouchpointRow>[]> =>
  executor
    .selectFrom('touchpoint')
    .where('application_id', '=', anyOf(applications))
    .orderBy('at')
    .orderBy('arrival')
    .select(['application_id as application', 'at', 'step', 'channel', 'by', 'note'])
    .execute();

export const insertTouchpoint = async (
  executor: Executor<TransactionsDB>,
  { id, applicant }: Owner,
  touchpoint: TouchpointRow & { id: string },
): Promise<void> => {
  await executor
    .insertInto('touchpoint')
    .values({ ...touchpoint, application_id: id, applicant })
    .execute();
};
