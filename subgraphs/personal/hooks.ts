import type { IngestHooks, PrepareHook } from '../kit/ingest/hooks.ts';
import type { IdentityKeys } from './identity-keys.ts';
import { findRenumbered, mintIdsForNumbers, renumberCitizens, type PersonalDB } from './repository.ts';

/**
 * Exchanges the numbers that stand in `id` for citizen ids; a number that is new is a person who is new. A row under a number
 * that was given up in a merge would contradict the one under the survivor's, so it is set aside.
 */
const mintIds =
  (keys: IdentityKeys): PrepareHook<PersonalDB> =>
  async (rows, { executor }) => {
    const holders = await mintIdsForNumbers(
      executor,
      keys,
      rows.map((row) => row.get('id') ?? ''),
    );
    for (const [index, row] of rows.entries()) {
      const holder = holders[index];
      row.set('id', holder?.id ?? null);
      if (holder?.isGivenUp === true) row.reject('MERGED_PERSON', null);
    }
  };

/**
 * Carries corrections of numbers out, one after the other; `survivor_id` holds the new number until then. One that was
 * carried out before finds the old number with the survivor, and keeps the id that it was made to.
 */
const renumber =
  (keys: IdentityKeys): PrepareHook<PersonalDB> =>
  async (rows, { executor }) => {
    const corrections = rows.map((row) => {
      const [citizenId = '', newNumber = '', since = ''] = ['citizen_id', 'survivor_id', 'since'].map(
        (field) => row.get(field) ?? '',
      );
      return { citizenId, newNumber, since };
    });
    const survivors = await renumberCitizens(executor, keys, corrections);
    for (const [index, row] of rows.entries()) row.set('survivor_id', survivors[index] ?? null);
    const before = await findRenumbered(executor, survivors);
    for (const row of rows) {
      const known = before.find(
        ({ survivor, since }) => survivor === row.get('survivor_id') && since === row.get('since'),
      );
      if (known !== undefined) row.set('citizen_id', known.citizen);
    }
  };

export const createHooks = (keys: IdentityKeys): IngestHooks<PersonalDB> => ({
  prepare: { mintIds: mintIds(keys), renumber: renumber(keys) },
});
