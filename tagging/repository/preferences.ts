import { sql } from 'kysely';
import type { Executor } from '../../subgraphs/kit/store/store.ts';
import type { TaggingDB } from './database.ts';

type Db = Executor<TaggingDB>;

/** Of these subjects, whoever said whether recommendations may be made of tags. */
export const findPreferences = (
  executor: Db,
  subjects: readonly string[],
): Promise<{ subject: string; isPersonalised: boolean }[]> =>
  executor
    .selectFrom('preference')
    .select(['subject', 'is_personalised as isPersonalised'])
    .where('subject', '=', sql<string>`any(${[...subjects]}::text[])`)
    .execute();

export const upsertPreference = async (executor: Db, subject: string, isPersonalised: boolean): Promise<void> => {
  await executor
    .insertInto('preference')
    .values({ subject, is_personalised: isPersonalised })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ is_personalised: isPersonalised }))
    .execute();
};
