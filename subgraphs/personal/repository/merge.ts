import { sql } from 'kysely';
import type { SubjectMerge } from '../../kit/definition.ts';
import { moveLinks, type PersonLink } from '../../kit/move-links.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { IdentityKeys } from '../identity-keys.ts';
import { OWN_COLUMNS, SCHEMA, type PersonalDB } from './database.ts';
import { findSurvivors } from './citizens.ts';
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
  { citizenId: asked, newNumber, since }: RenumberedCitizen,
): Promise<string> => {
  // An earlier correction may have merged the file meanwhile.
  const [file] = await findSurvivors(executor, [asked]);
  const citizenId = file?.survivor ?? asked;
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

/** Where a person stands, in the own file and in those of others. */
const LINKS: readonly PersonLink[] = [
  { table: 'former_name', column: 'citizen_id', key: ['until'] },
  { table: 'death', column: 'citizen_id', key: [] },
  { table: 'employment', column: 'citizen_id', key: ['since'] },
  { table: 'contact', column: 'citizen_id', key: [] },
  { table: 'parent_child', column: 'parent_id', key: ['child_id'] },
  { table: 'parent_child', column: 'child_id', key: ['parent_id'] },
  { table: 'household_member', column: 'citizen_id', key: ['register_no', 'since'] },
  { table: 'household_member', column: 'head_id' },
  { table: 'premise_owner', column: 'owner_id', key: ['premise_id', 'since'] },
  { table: 'residence', column: 'citizen_id', key: ['since'] },
  { table: 'enrolment', column: 'citizen_id', key: ['school', 'since'] },
  { table: 'military_service', column: 'citizen_id', key: ['since'] },
  { table: 'disability', column: 'citizen_id', key: ['since'] },
  { table: 'marriage', column: 'one_id' },
  { table: 'marriage', column: 'other_id' },
  { table: 'guardianship', column: 'ward_id' },
  { table: 'guardianship', column: 'guardian_id' },
  { table: 'identity_change', column: 'survivor_id', key: ['since'] },
];

/**
 * Moves everything of one file to another; what the survivor's own row lacks is taken over. The id that is given up stays,
 * empty, and leads to the survivor.
 */
export const mergeCitizens = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  { from, into }: SubjectMerge,
): Promise<void> => {
  await moveLinks(executor, SCHEMA, LINKS, { from, into });
  const citizen = sql.table(`${SCHEMA}.citizen`);
  const taken = OWN_COLUMNS.map(
    (column) => sql`${sql.id(column)} = coalesce(held.${sql.id(column)}, lost.${sql.id(column)})`,
  );
  await sql`update ${citizen} as held set ${sql.join(taken)} from ${citizen} as lost
    where held.id = ${into} and lost.id = ${from}`.execute(executor);
  const emptied = OWN_COLUMNS.map((column) => sql`${sql.id(column)} = null`);
  await sql`update ${citizen} set ${sql.join(emptied)} where id = ${from}`.execute(executor);
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
