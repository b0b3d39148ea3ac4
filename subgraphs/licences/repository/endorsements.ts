import { sql } from 'kysely';
import { anyOf } from '../../kit/store/sql.ts';
import type { Executor } from '../../kit/store/store.ts';
import { KINDS } from '../kinds.ts';
import type { EndorsementRow } from '../rows.ts';
import type { LicencesDB } from './database.ts';

/** What was entered into these licences, the latest first; one that was withdrawn ends there. */
export const findEndorsements = async (
  executor: Executor<LicencesDB>,
  licences: readonly string[],
): Promise<EndorsementRow[]> => {
  const rows = await executor
    .selectFrom('licence as l')
    .innerJoin('endorsement as e', 'e.record', 'l.record')
    .where('l.id', '=', anyOf(licences))
    .where((eb) => eb.or([eb('e.withdrawn_on', 'is', null), eb('e.withdrawn_on', '>', eb.ref('e.valid_from'))]))
    .orderBy('e.valid_from', 'desc')
    .orderBy('e.destination')
    .orderBy('e.kind')
    .select(['l.id as licence', 'l.kind as of', 'e.kind', 'e.destination'])
    .select(['e.valid_from as validFrom', sql<string>`least(e.valid_until, e.withdrawn_on)`.as('validUntil')])
    .select(['e.entries', 'e.entries_left as entriesLeft'])
    .execute();
  return rows.map(({ of, ...row }) => {
    const known = KINDS.get(of)?.endorsements.find(({ code }) => code === row.kind);
    return { ...row, name: known?.name ?? row.kind, nameEn: known?.nameEn ?? row.kind };
  });
};
