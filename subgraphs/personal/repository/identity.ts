import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { IdentityResolver } from '../../kit/definition.ts';
import type { Executor, Store } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { IdentityKeys } from '../identity-keys.ts';
import { SCHEMA, type IdentityAliasTable, type PersonalDB } from './database.ts';

const ROWS_PER_ROTATION = 1_000;
const ROWS_PER_INSERT = 500;

/** A new opaque id: 128 random bits. */
export const mintCitizenId = (): string => `c1_${randomBytes(16).toString('base64url')}`;

/** Whose a number is, and whether it is one of a file that was given up in a merge. */
interface NumberHolder {
  id: string;
  isGivenUp: boolean;
}

/** Ids on file for ID numbers, by position; one statement, whatever is on file. */
const findIds = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  idNumbers: readonly string[],
  known: 'numbered' | 'filed',
): Promise<(NumberHolder | null)[]> => {
  const aliases = idNumbers.map((idNumber) => keys.aliasesOf(idNumber));
  const rows = await executor
    .selectFrom('identity_alias')
    .leftJoin('citizen', 'citizen.id', 'identity_alias.citizen_id')
    .where('hmac', '=', anyOf(aliases.flat()))
    .$if(known === 'filed', (query) => query.where('citizen.id', 'is not', null))
    .select(['hmac', 'citizen_id', 'merged_from', 'until'])
    .execute();
  const found = new Map(
    rows.map(({ hmac, citizen_id, merged_from, until }) => [
      hmac,
      { id: citizen_id, isGivenUp: merged_from !== null && until !== null },
    ]),
  );
  return aliases.map((each) => each.map((hmac) => found.get(hmac)).find((one) => one !== undefined) ?? null);
};

/** Citizen ids for ID numbers (GB 11643, 18 characters), by position; null for a number that no file has. */
export const findIdsByNumbers = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  idNumbers: readonly string[],
): Promise<(string | null)[]> => (await findIds(executor, keys, idNumbers, 'filed')).map((found) => found?.id ?? null);

/** As findIdsByNumbers, but numbers that are new get an id; repeated numbers get the same one. */
export const mintIdsForNumbers = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  idNumbers: readonly string[],
): Promise<readonly NumberHolder[]> => {
  const found = await findIds(executor, keys, idNumbers, 'numbered');
  const minted = new Map<string, string>();
  for (const [index, idNumber] of idNumbers.entries()) {
    if (found[index] === null && !minted.has(idNumber)) minted.set(idNumber, mintCitizenId());
  }
  await insertAliases(
    executor,
    keys,
    [...minted].map(([idNumber, citizenId]) => ({ citizenId, idNumber, since: null })),
  );
  return idNumbers.map((idNumber, index) => found[index] ?? { id: minted.get(idNumber) ?? '', isGivenUp: false });
};

export interface NumberOfCitizen {
  citizenId: string;
  idNumber: string;
  since: string | null;
}

export const insertAliases = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  numbers: readonly NumberOfCitizen[],
): Promise<void> => {
  const rows = numbers.map(({ citizenId, idNumber, since }): IdentityAliasTable => ({
    hmac: keys.aliasOf(idNumber),
    key_version: keys.current,
    citizen_id: citizenId,
    sealed_number: keys.seal(citizenId, idNumber),
    since,
    until: null,
    merged_from: null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await executor
      .insertInto('identity_alias')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
};

/** The numbers that people have now, opened. */
export const findNumbers = async (
  executor: Executor<PersonalDB>,
  keys: IdentityKeys,
  citizens: readonly string[],
): Promise<{ subject: string; idNumber: string }[]> => {
  const rows = await executor
    .selectFrom('identity_alias')
    .distinctOn('citizen_id')
    .where('citizen_id', '=', anyOf(citizens))
    .where('until', 'is', null)
    .orderBy('citizen_id')
    .orderBy('since', (order) => order.desc().nullsLast())
    .select(['citizen_id as subject', 'sealed_number as sealed'])
    .execute();
  return rows.map(({ subject, sealed }) => ({ subject, idNumber: keys.open(subject, sealed) }));
};

/**
 * Keeps every number under the current key, in batches that can be interrupted; resolves to how many were moved. The
 * old key may leave the ring when it resolves to 0.
 */
export const rotateIdentityKeys = async (store: Store<PersonalDB>, keys: IdentityKeys): Promise<number> => {
  let moved = 0;
  let batch: number;
  do {
    batch = await store.transaction({ holder: 'personal.rotation', priority: 'bulk' }, (executor) =>
      rotateBatch(executor, keys),
    );
    moved += batch;
  } while (batch === ROWS_PER_ROTATION);
  return moved;
};

const rotateBatch = async (executor: Executor<PersonalDB>, keys: IdentityKeys): Promise<number> => {
  const rows = await executor
    .selectFrom('identity_alias')
    .where('key_version', '<>', keys.current)
    .orderBy('hmac')
    .limit(ROWS_PER_ROTATION)
    .forUpdate()
    .select(['hmac', 'citizen_id', 'sealed_number'])
    .execute();
  const moved = rows.map(({ hmac, citizen_id, sealed_number }) => {
    const idNumber = keys.open(citizen_id, sealed_number);
    return { from: hmac, hmac: keys.aliasOf(idNumber), sealed: keys.seal(citizen_id, idNumber) };
  });
  await sql`update ${sql.table(`${SCHEMA}.identity_alias`)} as held
    set hmac = moved.hmac, sealed_number = moved.sealed, key_version = ${keys.current}
    from unnest(${moved.map((each) => each.from)}::text[], ${moved.map((each) => each.hmac)}::text[],
      ${moved.map((each) => each.sealed)}::text[]) as moved (before, hmac, sealed)
    where held.hmac = moved.before`.execute(executor);
  return rows.length;
};

/** Exchanges ID numbers for ids straight from this registry's store, for whoever runs in the same process. */
export const createIdentityResolver = (store: Store<PersonalDB>, keys: IdentityKeys): IdentityResolver => ({
  resolve: (idNumbers) =>
    store.read({ holder: 'personal.identities' }, (executor) => findIdsByNumbers(executor, keys, idNumbers)),
});
