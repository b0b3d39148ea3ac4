import { sql } from 'kysely';
import type { SubjectMerge } from '../../kit/definition.ts';
import { movedIds, moveManyLinks, type PersonLink } from '../../kit/move-links.ts';
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

/** A correction with the file that it is made to, and the file that has the new number already. */
interface SettledCorrection extends RenumberedCitizen {
  holder: string | null;
}

/** Corrections that are looked up, and carried out, together. */
const MAX_WAVE = 500;

/**
 * Gives people corrected numbers, one correction after the other: the old number stays on file, closed, and still leads to
 * its person. When the new number is another file's, both were one person's: this file is merged into that one. Resolves to
 * the ids that live on, by position.
 */
export const renumberCitizens = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  corrections: readonly RenumberedCitizen[],
): Promise<string[]> => {
  const survivors: string[] = [];
  while (survivors.length < corrections.length) {
    const rest = corrections.slice(survivors.length, survivors.length + MAX_WAVE);
    const wave = await settleWave(executor, keys, rest);
    await carryOut(executor, keys, wave);
    survivors.push(...wave.map(({ citizenId, holder }) => holder ?? citizenId));
  }
  return survivors;
};

/** The first corrections of which none depends on another: no two name one file or one number. */
const settleWave = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  corrections: readonly RenumberedCitizen[],
): Promise<SettledCorrection[]> => {
  // An earlier correction may have merged the file meanwhile.
  const files = await findSurvivors(
    executor,
    corrections.map(({ citizenId }) => citizenId),
  );
  const survivorOf = new Map(files.map(({ id, survivor }) => [id, survivor]));
  const holders = await findIdsByNumbers(
    executor,
    keys,
    corrections.map(({ newNumber }) => newNumber),
  );
  const named = new Set<string>();
  const wave: SettledCorrection[] = [];
  for (const [index, correction] of corrections.entries()) {
    const citizenId = survivorOf.get(correction.citizenId) ?? correction.citizenId;
    const holder = holders[index] ?? null;
    const names = [citizenId, holder ?? citizenId, correction.newNumber];
    if (names.some((name) => named.has(name))) break;
    for (const name of names) named.add(name);
    wave.push({ ...correction, citizenId, holder });
  }
  return wave;
};

const carryOut = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  wave: readonly SettledCorrection[],
): Promise<void> => {
  const open = wave.filter(({ citizenId, holder }) => holder !== citizenId);
  if (open.length === 0) return;
  await sql`update ${sql.table(`${SCHEMA}.identity_alias`)} as held set until = closed.since
    from unnest(${open.map(({ citizenId }) => citizenId)}::text[], ${open.map(({ since }) => since)}::date[])
      as closed (citizen_id, since)
    where held.citizen_id = closed.citizen_id and held.until is null`.execute(executor);
  await mergeCitizens(
    executor,
    keys,
    open.flatMap(({ citizenId, holder }) => (holder === null ? [] : [{ from: citizenId, into: holder }])),
  );
  await insertAliases(
    executor,
    keys,
    open.flatMap(({ citizenId, holder, newNumber, since }) =>
      holder === null ? [{ citizenId, idNumber: newNumber, since }] : [],
    ),
  );
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
 * Moves everything of files to others, of which no two name the same; what a survivor's own row lacks is taken over. The id
 * that is given up stays, empty, and leads to the survivor.
 */
const mergeCitizens = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  merges: readonly SubjectMerge[],
): Promise<void> => {
  if (merges.length === 0) return;
  await moveManyLinks(executor, SCHEMA, LINKS, merges);
  const moved = movedIds(merges);
  const given = merges.map(({ from }) => from);
  const citizen = sql.table(`${SCHEMA}.citizen`);
  const taken = OWN_COLUMNS.map(
    (column) => sql`${sql.id(column)} = coalesce(held.${sql.id(column)}, lost.${sql.id(column)})`,
  );
  await sql`update ${citizen} as held set ${sql.join(taken)} from ${moved}, ${citizen} as lost
    where held.id = moved.survivor and lost.id = moved.given`.execute(executor);
  const emptied = OWN_COLUMNS.map((column) => sql`${sql.id(column)} = null`);
  await sql`update ${citizen} set ${sql.join(emptied)} where id = ${anyOf(given)}`.execute(executor);
  await moveAliases(executor, keys, merges);
  for (const column of ['id', 'merged_into'])
    await sql`update ${citizen} as lost set merged_into = moved.survivor from ${moved}
      where lost.${sql.id(column)} = moved.given`.execute(executor);
};

/** A number is sealed to its person, so it is sealed anew; it is known from then on as one that was given up. */
const moveAliases = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  merges: readonly SubjectMerge[],
): Promise<void> => {
  const survivorOf = new Map(merges.map(({ from, into }) => [from, into]));
  const held = await executor
    .selectFrom('identity_alias')
    .where('citizen_id', '=', anyOf([...survivorOf.keys()]))
    .select(['hmac', 'citizen_id as from', 'sealed_number as sealed'])
    .execute();
  const moved = held.map(({ hmac, from, sealed }) => {
    const [into, idNumber] = [survivorOf.get(from) ?? from, keys.open(from, sealed)];
    return { before: hmac, from, into, hmac: keys.aliasOf(idNumber), sealed: keys.seal(into, idNumber) };
  });
  await sql`update ${sql.table(`${SCHEMA}.identity_alias`)} as held
    set citizen_id = moved.into_id, merged_from = moved.from_id, hmac = moved.hmac, sealed_number = moved.sealed,
      key_version = ${keys.current}
    from unnest(${moved.map((each) => each.before)}::text[], ${moved.map((each) => each.from)}::text[],
      ${moved.map((each) => each.into)}::text[], ${moved.map((each) => each.hmac)}::text[],
      ${moved.map((each) => each.sealed)}::text[]) as moved (before, from_id, into_id, hmac, sealed)
    where held.hmac = moved.before`.execute(executor);
};
