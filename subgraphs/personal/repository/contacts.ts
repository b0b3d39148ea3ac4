import { sql } from 'kysely';
import { toSequence } from '../../kit/ingest/sequence.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { PersonalDB } from './database.ts';

export interface Contact {
  phone?: string | null | undefined;
  email?: string | null | undefined;
}

/** What a citizen says outranks every drop that tells of the same day or an earlier one. */
const LAST_OF_DAY = { number: 99_999_999, tie: 999 };

/** Sets what is given and leaves the rest; resolves to the names of the fields that are new. */
export const updateContact = async (
  executor: Executor<PersonalDB>,
  citizenId: string,
  { phone, email }: Contact,
  today: string,
): Promise<('phone' | 'email')[]> => {
  const held = await executor
    .selectFrom('contact')
    .where('citizen_id', '=', citizenId)
    .select(['phone', 'email'])
    .forUpdate()
    .executeTakeFirst();
  const before = held ?? { phone: null, email: null };
  const after = {
    phone: phone === undefined ? before.phone : phone,
    email: email === undefined ? before.email : email,
  };
  const changed = (['phone', 'email'] as const).filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return [];
  const row = { ...after, source_sequence: sql<string>`${toSequence({ date: today, ...LAST_OF_DAY })}::bigint` };
  await executor
    .insertInto('contact')
    .values({ citizen_id: citizenId, ...row })
    .onConflict((conflict) => conflict.column('citizen_id').doUpdateSet(row))
    .execute();
  return changed;
};
