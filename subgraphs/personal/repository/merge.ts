import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import type { IdentityKeys } from '../identity-keys.ts';
import { anyOf, SCHEMA, type PersonalDB } from './database.ts';
import { findIdsByNumbers, insertAliases } from './identity.ts';

export interface RenumberedCitizen {
  citizenId: string;
  newNumber: string;
  /** The civil day from which the new number holds. */
  since: string;
}

/**
 * Gives a person a corrected number: the old one stays on file, closed, and still leads here. When the new number is
 * another file's, both were one person's: this file is merged into that one. Resolves to the id that lives on.
 */
export const renumberCitizen = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  { citizenId, newNumber, since }: RenumberedCitizen,
): Promise<string> => {
  const [holder] = await findIdsByNumbers(executor, keys, [newNumber]);
  if (holder === citizenId) return citizenId;
  await executor
    .updateTable('identity_alias')
    .set({ until: since })
    .where('citizen_id', '=', citizenId)
    .where('until', 'is', null)
    .execute();
  if (holder !== null && holder !== undefined) {
    await mergeCitizens(executor, keys, { from: citizenId, into: holder });
    return holder;
  }
  await insertAliases(executor, keys, [{ citizenId, idNumber: newNumber, since }]);
  return citizenId;
};

/** Whose file a correction of these people's numbers was made to, when it has been made. */
export const findRenumbered = (
  executor: Executor<PersonalDB>,
  survivors: readonly string[],
): Promise<{ survivor: string; since: string; citizen: string }[]> =>
  executor
    .selectFrom('identity_change')
    .where('survivor_id', '=', anyOf(survivors))
    .select(['survivor_id as survivor', 'since', 'citizen_id as citizen'])
    .execute();

/** Table, column of the person, and the rest of its primary key: a row that the survivor has already falls. */
const PERSON_COLUMNS: readonly (readonly [table: string, column: string, ...key: string[]])[] = [
  ['former_name', 'citizen_id', 'until'],
  ['death', 'citizen_id'],
  ['employment', 'citizen_id', 'since'],
  ['contact', 'citizen_id'],
  ['parent_child', 'parent_id', 'child_id'],
  ['parent_child', 'child_id', 'parent_id'],
  ['household_member', 'citizen_id', 'register_no', 'since'],
  ['premise_owner', 'owner_id', 'premise_id', 'since'],
  ['residence', 'citizen_id', 'since'],
  ['enrolment', 'citizen_id', 'school', 'since'],
  ['military_service', 'citizen_id', 'since'],
  ['disability', 'citizen_id', 'since'],
];

/** References that are no part of a key. */
const REFERENCES: readonly (readonly [table: string, column: string])[] = [
  ['marriage', 'one_id'],
  ['marriage', 'other_id'],
  ['guardianship', 'ward_id'],
  ['guardianship', 'guardian_id'],
  ['household_member', 'head_id'],
];

/** Moves everything of one file to another; the id that is given up stays and leads to the survivor. */
export const mergeCitizens = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  { from, into }: { from: string; into: string },
): Promise<void> => {
  for (const [table, column, ...key] of PERSON_COLUMNS) {
    const name = sql.table(`${SCHEMA}.${table}`);
    const same = key.map((each) => sql`held.${sql.id(each)} = lost.${sql.id(each)}`);
    await sql`delete from ${name} as lost using ${name} as held
      where ${sql.join([sql`lost.${sql.id(column)} = ${from}`, sql`held.${sql.id(column)} = ${into}`, ...same], sql` and `)}`.execute(
      executor,
    );
    await sql`update ${name} set ${sql.id(column)} = ${into} where ${sql.id(column)} = ${from}`.execute(executor);
  }
  for (const [table, column] of REFERENCES) {
    await sql`update ${sql.table(`${SCHEMA}.${table}`)} set ${sql.id(column)} = ${into} where ${sql.id(column)} = ${from}`.execute(
      executor,
    );
  }
  await moveAliases(executor, keys, from, into);
  await executor
    .updateTable('citizen')
    .set({ merged_into: into })
    .where((eb) => eb.or([eb('id', '=', from), eb('merged_into', '=', from)]))
    .execute();
};

/** A number is sealed to its person, so it is sealed anew. */
const moveAliases = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  from: string,
  into: string,
): Promise<void> => {
  const held = await executor
    .selectFrom('identity_alias')
    .where('citizen_id', '=', from)
    .select(['hmac', 'sealed_number'])
    .execute();
  for (const { hmac, sealed_number } of held) {
    const idNumber = keys.open(from, sealed_number);
    await executor
      .updateTable('identity_alias')
      .set({
        citizen_id: into,
        hmac: keys.aliasOf(idNumber),
        key_version: keys.current,
        sealed_number: keys.seal(into, idNumber),
      })
      .where('hmac', '=', hmac)
      .execute();
  }
};
