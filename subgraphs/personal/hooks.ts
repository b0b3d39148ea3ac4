import type { IngestHooks, PrepareHook } from '../kit/ingest/hooks.ts';
import type { IdentityKeys } from './identity-keys.ts';
import { mintIdsForNumbers, renumberCitizen, type PersonalDB } from './repository.ts';

/** Exchanges the numbers that stand in `id` for citizen ids; a number that is new is a person who is new. */
const mintIds =
  (keys: IdentityKeys): PrepareHook<PersonalDB> =>
  async (rows, { executor }) => {
    const ids = await mintIdsForNumbers(
      executor,
      keys,
      rows.map((row) => row.get('id') ?? ''),
    );
    for (const [index, row] of rows.entries()) row.set('id', ids[index] ?? null);
  };

/** Carries corrections of numbers out, one after the other; `hmac` holds the new number until then. */
const renumber =
  (keys: IdentityKeys): PrepareHook<PersonalDB> =>
  async (rows, { executor }) => {
    for (const row of rows) {
      const citizenId = row.get('citizen_id') ?? '';
      const newNumber = row.get('hmac') ?? '';
      row.set(
        'survivor_id',
        await renumberCitizen(executor, keys, { citizenId, newNumber, since: row.get('since') ?? '' }),
      );
      row.set('hmac', keys.aliasOf(newNumber));
    }
  };

export const createHooks = (keys: IdentityKeys): IngestHooks<PersonalDB> => ({
  prepare: { mintIds: mintIds(keys), renumber: renumber(keys) },
});
